# style: beginner, step by step with prints
def dense_equivalent_stats(in_shape, kernel):
    result = {}
    height = in_shape[0]
    width = in_shape[1]
    out_height = height - kernel[0] + 1
    out_width = width - kernel[1] + 1
    result["rows"] = out_height * out_width
    result["cols"] = height * width
    result["entries"] = result["rows"] * result["cols"]
    # each row has the whole kernel in it once
    result["nonzeros"] = result["rows"] * (kernel[0] * kernel[1])
    result["zeros"] = result["entries"] - result["nonzeros"]
    result["distinct"] = kernel[0] * kernel[1]
    for name in result:
        print(name, "=", result[name])
    return result


if __name__ == "__main__":
    dense_equivalent_stats((4, 4), (3, 3))
