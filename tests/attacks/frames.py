def frame(number, payload, magic=b"cg01", length=None):
    return struct.pack("<4sIQ", magic, number, len(payload) if length is None else length) + payload


def s(text):
    data = text.encode()
    return b"s" + struct.pack("<I", len(data)) + data


def d(**items):
    return b"m" + struct.pack("<I", len(items)) + b"".join(s(k) + v for k, v in items.items())


def returned(value, changed=b"l\0\0\0\0"):
    return d(status=s("returned"), value=value, changed=changed)


def array(Y):
    Y = np.ascontiguousarray(Y, dtype="<f8")
    return b"a" + struct.pack("<BB%dQ" % Y.ndim, 11, Y.ndim, *Y.shape) + Y.tobytes()


CALLS = []


def now():
    """The number of the request that is being answered: the load is 1."""
    CALLS.append(1)
    return 1 + len(CALLS)
