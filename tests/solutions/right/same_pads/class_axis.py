# style: a little class, properties, logging
import logging

logger = logging.getLogger("same_pads")


class Axis:
    def __init__(self, n, k, s, d):
        self.n, self.k, self.s, self.d = n, k, s, d

    @property
    def span(self):
        return self.d * (self.k - 1) + 1

    @property
    def last_start(self):
        return (self.n - 1) // self.s * self.s

    @property
    def missing(self):
        return max(0, self.last_start + self.span - self.n)


def same_pads(n, k, s=1, d=1):
    axis = Axis(n, k, s, d)
    logger.debug("%d zeros missing", axis.missing)
    before, odd = divmod(axis.missing, 2)
    return before, before + odd
