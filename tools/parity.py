"""The table and the plot of docs/equal.md, from what `convgrade parity` measured.

    python tools/parity.py docs/parity/*.json --plot docs/parity.png

Prints, in Markdown, the largest error as a fraction of its bound: a row for each operation, a column for each machine and format.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import matplotlib.pyplot as plt

from convgrade.parity.backends import BACKENDS
from convgrade.parity.running import Result, from_json
from convgrade.parity.tables import fraction

COLOURS = {"float64": "#0072b2", "float32": "#009e73", "float32+TF32": "#56b4e9", "float16": "#e69f00", "bfloat16": "#d55e00"}
MARKS = ("o", "s", "^", "D", "v")
LOWEST, HIGHEST = 1e-3, 1e4  # what is beyond is drawn at the edge


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="what convgrade parity wrote")
    parser.add_argument("--plot", type=Path, help="where the plot goes")
    chosen = parser.parse_args()
    results = [from_json(file.read_text("utf-8")) for file in chosen.files]
    print(table(results))
    if chosen.plot:
        plot(results, chosen.plot)


def named(result: Result) -> str:
    return f"{BACKENDS[result.backend]} on {result.machine.gpu or 'the CPU'}"


def operations(results: Sequence[Result]) -> list[str]:
    return list(dict.fromkeys(row.operation for result in results for row in result.rows))


def table(results: Sequence[Result]) -> str:
    """Operations down, machines across; in each cell the formats, in the order of the heading."""
    formats = list(dict.fromkeys(row.format for result in results for row in result.rows))
    rows = [["operation", *map(named, results)], ["---"] * (1 + len(results))]
    for operation in operations(results):
        found = [{row.format: fraction(row) for row in result.rows if row.operation == operation} for result in results]
        rows.append([f"`{operation}`", *(", ".join(cell.get(one, "-") for one in formats) for cell in found)])
    return f"In each cell: {', '.join(formats)}.\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows)


def plot(results: Sequence[Result], file: Path) -> None:
    every = operations(results)
    names = [one for one in every if any(row.worst for result in results for row in result.rows if row.operation == one)]
    exact = [one for one in every if one not in names]
    figure, axes = plt.subplots(figsize=(9, 5), layout="constrained")
    width = 0.7 / max(len(results), 1)
    for i, (result, mark) in enumerate(zip(results, MARKS, strict=False)):
        for j, (numbers, colour) in enumerate(COLOURS.items()):
            rows = [row for row in result.rows if row.format == numbers and row.worst and row.operation in names]
            across = [names.index(row.operation) - 0.35 + width * (i + 0.2 + 0.15 * j) for row in rows]
            up = [min(max(row.worst or 0, LOWEST), HIGHEST) for row in rows]
            axes.scatter(across, up, s=18, marker=mark, color=colour, label=numbers if not i else None)
        axes.scatter([], [], s=18, marker=mark, color="black", label=named(result))
    axes.axhline(1, color="black", linewidth=1)
    axes.text(len(names) - 0.45, 1.15, "what rounding allows", ha="right")
    told = f"References against Keras; exact everywhere: {', '.join(exact)}" if exact else "References against Keras"
    axes.set(yscale="log", ylabel="largest error / bound", title=told, xlim=(-0.6, len(names) - 0.4))
    axes.set_xticks(range(len(names)), names, rotation=35, ha="right")
    axes.legend(ncols=2, fontsize="small")
    figure.savefig(file, dpi=110)


if __name__ == "__main__":
    main()
