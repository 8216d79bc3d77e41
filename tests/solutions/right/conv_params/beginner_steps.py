# style: beginner, every step a variable, a print at the end
def conv_params(ci, co, kh, kw, groups=1, bias=True):
    # how many channels does one filter see?
    channels_seen_by_one_filter = int(ci / groups) if ci < 1000 else ci // groups
    numbers_in_one_kernel = kh * kw
    numbers_in_one_filter = channels_seen_by_one_filter * numbers_in_one_kernel
    if bias == True:
        numbers_in_one_filter = numbers_in_one_filter + 1
    answer = numbers_in_one_filter * co
    print("the layer has", answer, "parameters")
    return answer
