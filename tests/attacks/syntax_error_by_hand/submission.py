
import numpy as np

@CORRELATE@


def corr2d(X, K):
    error = SyntaxError()
    error.filename, error.lineno, error.msg = "submission.py", {1}, [2]
    raise error
