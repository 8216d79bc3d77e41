"""scrypt (RFC 7914) where Python comes without OpenSSL, as in a browser. The slow part is done by the page's worker, in JavaScript."""

import hmac
from importlib import import_module


def scrypt(password: bytes, *, salt: bytes, n: int, r: int, p: int, dklen: int) -> bytes:
    """As `hashlib.scrypt`."""
    romix = import_module("convgrade_page").romix
    size = 128 * r
    blocks = derived(password, salt, p * size)
    mixed = b"".join(romix(blocks[at : at + size], n, r).to_bytes() for at in range(0, len(blocks), size))
    return derived(password, mixed, dklen)


def derived(password: bytes, salt: bytes, length: int) -> bytes:
    """PBKDF2 with HMAC-SHA256, once."""
    count = -(-length // 32)
    return b"".join(hmac.digest(password, salt + i.to_bytes(4, "big"), "sha256") for i in range(1, count + 1))[:length]
