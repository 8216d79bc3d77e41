"""A new exercise: its files, filled with a small example that works and shows where things go."""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

FILES = {
    "statement.md": "exercises/{chapter}/{name}/statement.md",
    "stub.py": "exercises/{chapter}/{name}/stub.py",
    "checks.py": "exercises/{chapter}/{name}/checks.py",
    "hints.md": "exercises/{chapter}/{name}/hints.md",
    "reference.py": "reference/{chapter}/{name}.py",
}


def write_exercise(place: Path, chapter: str, name: str) -> list[Path]:
    """Write the files of a new exercise below `place`; the files written.

    Raises:
        FileExistsError: one of them is there; nothing was written then.
    """
    templates = Environment(loader=PackageLoader("convgrade", "templates/exercise"), undefined=StrictUndefined, keep_trailing_newline=True)
    texts = {
        place / path.format(chapter=chapter, name=name): templates.get_template(f"{file}.jinja").render(name=name) for file, path in FILES.items()
    }
    for path in texts:
        if path.exists():
            raise FileExistsError(17, "File exists", str(path))
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return list(texts)
