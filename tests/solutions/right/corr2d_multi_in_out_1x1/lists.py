# Style: plain Python lists, sum of products, np.array at the end
import numpy


def corr2d_multi_in_out_1x1(X, K):
    pixels = X.tolist()
    weights = [[K[o, c].item() for c in range(K.shape[1])] for o in range(K.shape[0])]
    height = len(pixels[0])
    width = len(pixels[0][0])
    answer = []
    for weight_row in weights:
        feature_map = []
        for i in range(height):
            line = []
            for j in range(width):
                line.append(float(sum(wt * pixels[c][i][j] for c, wt in enumerate(weight_row))))
            feature_map.append(line)
        answer.append(feature_map)
    return numpy.array(answer, dtype=float)
