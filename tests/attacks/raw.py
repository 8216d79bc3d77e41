LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.syscall.restype = ctypes.c_long


def raw(number, *arguments):
    """A system call of x86_64, past Python and the C library's wrappers."""
    ctypes.set_errno(0)
    values = [ctypes.c_long(a) if type(a) is int else a for a in arguments]
    result = LIBC.syscall(ctypes.c_long(number), *values)
    if result == -1 and ctypes.get_errno():
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
