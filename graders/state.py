"""What convgrade remembers between commands, in the user's own folders: `CONVGRADE_STATE` overrides the platform's."""

import fcntl
import json
import os
from pathlib import Path
from typing import Any

_unwritten: dict[str, dict[str, Any]] = {}


def state_folder() -> Path:
    """Where state is kept."""
    chosen = os.environ.get("CONVGRADE_STATE")
    if chosen:
        return Path(chosen)
    from platformdirs import user_state_path

    return user_state_path("convgrade")


def cache_folder() -> Path:
    """Where what can be made again is kept: `CONVGRADE_CACHE` overrides the platform's folder."""
    chosen = os.environ.get("CONVGRADE_CACHE")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("convgrade")


def read_state(name: str) -> dict[str, Any]:
    """A remembered dict; an absent or damaged one is empty."""
    try:
        held = json.loads((state_folder() / f"{name}.json").read_text("utf-8"))
    except (OSError, ValueError):
        held = None
    return {**(held if isinstance(held, dict) else {}), **_unwritten.get(name, {})}


def remember(name: str, key: str, value: Any) -> None:
    """Add to a remembered dict what another process at the same moment may be adding to; without a place to write it holds for this process."""
    folder = state_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open(folder / f"{name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            part = folder / f"{name}.part"
            part.write_text(json.dumps({**read_state(name), key: value}), "utf-8")
            os.replace(part, folder / f"{name}.json")
    except OSError:
        _unwritten.setdefault(name, {})[key] = value
