"""Grades of a class as a spreadsheet and as a page, from its reports."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

Report = dict[str, Any]


def grades_csv(reports: Sequence[Report], exercises: Sequence[str]) -> str:
    """One line a submission; the score of an exercise that was not graded is left empty."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["submission", "verdict", "score", "max_score", *exercises, "message"])
    for report in reports:
        scores = {e["exercise"]: "" if e["verdict"] == "ungraded" else f"{e['score']:g}" for e in report["exercises"]}
        cells = [scores.get(name, "") for name in exercises]
        row = [report["submission"], report["verdict"], f"{report['score']:g}", f"{report['max_score']:g}", *cells, report["message"]]
        table.writerow([harmless(cell) for cell in row])
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, on one line."""
    text = cell.replace("\r", " ").replace("\n", " ")
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text


def class_page(reports: Sequence[Report], exercises: Sequence[str], files: Mapping[str, str]) -> str:
    """A plain table of the class, each submission with a link to its report."""
    environment = Environment(loader=PackageLoader("convgrade"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    rows = [
        {
            "name": report["submission"],
            "file": f"reports/{files[report['submission']]}.json",
            "report": report,
            "verdicts": {e["exercise"]: e for e in report["exercises"]},
        }
        for report in reports
    ]
    return environment.get_template("class.html").render(rows=rows, exercises=exercises)
