from dataclasses import dataclass


@dataclass(frozen=True)
class Axis:
    n: int
    k: int
    p: int = 0
    s: int = 1
    d: int = 1

    @property
    def slack(self):
        return self.n + 2 * self.p - (self.d * (self.k - 1) + 1)

    def positions(self):
        if self.slack < 0:
            raise ValueError(f"window does not fit: {self}")
        return self.slack // self.s + 1


def out_size(n, k, p=0, s=1, d=1):
    return Axis(n, k, p, s, d).positions()
