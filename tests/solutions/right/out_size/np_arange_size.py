import numpy as np

def out_size(n, k, p=0, s=1, d=1):
    padded = np.pad(np.ones(n), p)
    taps = np.arange(k) * d
    if taps[-1] >= padded.size:
        raise ValueError("dilated window sticks out")
    starts = np.arange(0, padded.size - taps[-1], s)
    return int(starts.size)
