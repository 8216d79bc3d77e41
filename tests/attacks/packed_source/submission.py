import base64

import numpy as np

def correlate(X, K):
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    if min(h, w) < 1:
        raise ValueError("the kernel is larger than the image")
    Y = np.zeros((h, w))
    for a in range(K.shape[0]):
        for b in range(K.shape[1]):
            Y += K[a, b] * X[a : a + h, b : b + w]
    return Y



SPACE = {"np": np}
exec(base64.b64decode("CmRlZiBjb3JyZWxhdGUoWCwgSyk6CiAgICBoLCB3ID0gWC5zaGFwZVswXSAtIEsuc2hhcGVbMF0gKyAxLCBYLnNoYXBlWzFdIC0gSy5zaGFwZVsxXSArIDEKICAgIGlmIG1pbihoLCB3KSA8IDE6CiAgICAgICAgcmFpc2UgVmFsdWVFcnJvcigidGhlIGtlcm5lbCBpcyBsYXJnZXIgdGhhbiB0aGUgaW1hZ2UiKQogICAgWSA9IG5wLnplcm9zKChoLCB3KSkKICAgIGZvciBhIGluIHJhbmdlKEsuc2hhcGVbMF0pOgogICAgICAgIGZvciBiIGluIHJhbmdlKEsuc2hhcGVbMV0pOgogICAgICAgICAgICBZICs9IEtbYSwgYl0gKiBYW2EgOiBhICsgaCwgYiA6IGIgKyB3XQogICAgcmV0dXJuIFkK"), SPACE)


def corr2d(X, K):
    return SPACE["correlate"](X, K)
