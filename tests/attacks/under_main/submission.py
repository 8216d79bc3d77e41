
import numpy as np

@CORRELATE@


if __name__ == "__main__":
    def corr2d(X, K):
        return correlate(X, K)
