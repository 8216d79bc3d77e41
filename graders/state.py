"""What convgrade remembers between commands, in the user's own folders: `CONVGRADE_STATE` overrides the platform's."""

import json
import os
from pathlib import Path
from typing import Any


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
        return {}
    return held if isinstance(held, dict) else {}


def write_state(name: str, held: dict[str, Any]) -> None:
    """Remember a dict; where nothing can be written, nothing is remembered."""
    try:
        state_folder().mkdir(parents=True, exist_ok=True)
        (state_folder() / f"{name}.json").write_text(json.dumps(held), "utf-8")
    except OSError:
        pass
