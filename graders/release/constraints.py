"""The versions that an assignment was released with, so that it is graded with the same in a year."""

import re
from importlib.metadata import PackageNotFoundError, distribution

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def constraints(package: str = "convgrade") -> str:
    """A file of constraints for pip: what the package needs, and what that needs, each at the version that is installed here."""
    found: dict[str, str] = {}
    waiting = needs(package)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name).version
        except PackageNotFoundError:  # needed on other systems only
            continue
        waiting += needs(name)
    return "".join(f"{name}=={version.partition('+')[0]}\n" for name, version in sorted(found.items()))


def needs(package: str) -> list[str]:
    """What a package names as needed, extras left out."""
    wanted = [one for one in distribution(package).requires or [] if "extra ==" not in one]
    return [re.sub(r"[-_.]+", "-", match[0]).lower() for one in wanted if (match := NAME.match(one))]
