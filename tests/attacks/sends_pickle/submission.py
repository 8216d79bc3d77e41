import os
import pickle
import struct

import numpy as np

@CORRELATE@

@FRAMES@

class Evil:
    def __reduce__(self):
        return (open, ("@DROP@/evil", "w"))


def corr2d(X, K):
    os.write(3, pickle.dumps(Evil()))
    return correlate(X, K)
