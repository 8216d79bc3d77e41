# style: the textbook formula of TensorFlow, variable names in full
def same_pads(n, k, s=1, d=1):
    effective_kernel_size = d * (k - 1) + 1
    number_of_places = (n + s - 1) // s
    padding_needed = max((number_of_places - 1) * s + effective_kernel_size - n, 0)
    padding_before = padding_needed // 2
    padding_after = padding_needed - padding_before
    return padding_before, padding_after
