"""The figures of the benchmark as a picture."""

from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("agg")
import matplotlib.pyplot as plt

OURS, OTHERS, QUIET = "#1f6feb", "#8b949e", "#57606a"


def plotted(found: dict[str, Any], path: Path) -> None:
    """Draw what was measured: seconds a submission beside other graders, and where they go as a submission makes more calls."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
    if "rivals" in found:
        seconds = {name: value for name, value in found["rivals"]["seconds"].items() if "alone" not in name}
        bars = left.barh(list(seconds), list(seconds.values()), color=[OURS if "convgrade" in name else OTHERS for name in seconds])
        left.bar_label(bars, [f" {value:.2f} s" for value in seconds.values()])
        left.set_xscale("log")
        left.margins(x=0.3)
        left.set_title("Seconds a submission, six exercises, the same checks", loc="left", fontsize=10)
    if "isolation" in found:
        calls = [one["calls"] for one in found["isolation"]]
        for key, label, colour in (
            ("isolated", "graded, isolated", OURS),
            ("replayed", "replayed without isolation", OTHERS),
            ("own", "the student's code alone", QUIET),
        ):
            right.plot(calls, [1e3 * one[key] for one in found["isolation"]], marker="o", label=label, color=colour)
        right.set_xlabel("calls of the student's functions")
        right.set_title("Milliseconds a submission", loc="left", fontsize=10)
        right.legend(frameon=False)
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, dpi=120)
    plt.close(figure)
