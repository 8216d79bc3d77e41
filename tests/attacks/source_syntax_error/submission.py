def corr2d(X, K:
