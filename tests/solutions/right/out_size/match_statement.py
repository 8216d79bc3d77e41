def out_size(n, k, p=0, s=1, d=1):
    match n + 2 * p - (d * (k - 1) + 1):
        case free if free < 0:
            raise ValueError("window larger than the padded axis")
        case 0:
            return 1
        case free:
            return 1 + free // s
