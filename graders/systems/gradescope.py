"""Who handed in what, as an export of Gradescope's lists it."""

import datetime
from collections.abc import Mapping
from typing import Any

from ..untrusted import Refused
from .entries import DownloadError, Entry
from .owner import Owner

METADATA = "submission_metadata.yml"


def gradescope(entry: Entry) -> dict[str, tuple[list[Owner], str]]:
    """For each submission its owners and its time, from keys with a colon before them, as Ruby writes symbols.

    Gradescope does not describe the file; its form is that which public programs read: `:submitters` (`:name`, `:sid`, `:email`), `:created_at`.

    Raises:
        DownloadError: it cannot be read.
    """
    try:
        import yaml
    except ModuleNotFoundError:
        raise DownloadError("An export of Gradescope needs PyYAML, which is not installed here: pip install 'convgrade[gradescope]'") from None
    try:
        held = yaml.load(entry.read(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return {str(folder): (submitters(one), moment(one.get(":created_at"))) for folder, one in held.items() if isinstance(one, dict)}
    except (Refused, yaml.YAMLError, AttributeError, ValueError, RecursionError) as problem:
        raise DownloadError(f"Gradescope's {METADATA} cannot be read: {str(problem).splitlines()[0]}") from None


def submitters(one: Mapping[str, Any]) -> list[Owner]:
    listed = [who for who in one.get(":submitters") or [] if isinstance(who, dict)]
    found = []
    for who in listed:
        ids = {kind: str(who[key]) for kind, key in (("sis", ":sid"), ("email", ":email")) if who.get(key)}
        if ids or who.get(":name"):
            found.append(Owner("gradescope", str(who.get(":name") or ""), ids))
    return found


def moment(told: Any) -> str:
    """A time as text that sorts by time."""
    if isinstance(told, datetime.datetime):
        aware = told if told.tzinfo else told.replace(tzinfo=datetime.UTC)
        return aware.astimezone(datetime.UTC).isoformat(timespec="seconds")
    return ""
