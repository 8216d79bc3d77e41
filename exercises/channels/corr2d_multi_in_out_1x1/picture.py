"""corr2d_multi_in_out_1x1: how one entry comes about."""

from convgrade.working import products, shape


def working(where, X, K):
    """One pixel in every channel, each with its own weight."""
    (_, H, W), (filters, channels, _, _) = X.shape, K.shape
    if len(X) != channels:
        raise ValueError("no weight for each channel")
    if not where:
        return shape(filters, H, W)
    o, i, j = where
    return products(("X", X, [(c, i, j) for c in range(channels)]), ("K", K, [(o, c, 0, 0) for c in range(channels)]))
