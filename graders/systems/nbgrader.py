"""Two steps of `nbgrader autograde`: cells are what was released, and a notebook is graded in isolated workers, where it would have been run.

`nbgrader_config.py` names them; nothing else imports this module, and convgrade does not need nbgrader. nbgrader would run submissions in a
kernel beside the tests and believe what that kernel prints. Here the outputs of the cells that give points are written by convgrade: the points,
which nbgrader reads, and what students are told, which its feedback shows.
"""

import atexit
import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Dict, Unicode

from ..assignment import AssignmentError, Shown
from ..frameworks import Zygotes
from ..html import fragment, paragraph
from ..plan import RECORD, Plan, plan_at, report_one
from ..prose import legible
from ..report import Report
from ..terminal import text
from .parts import Part, parts_of

CELLS = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
NOT_RUN = "This cell was not run: convgrade grades this notebook without running it, and has no exercise or question of this name."


class Restored(NbGraderPreprocessor):  # type: ignore[misc]
    """Makes the cells that students could not write those that were released, whatever a notebook says of them."""

    kits = Dict(value_trait=Unicode(), key_trait=Unicode(), help="Of each assignment the folder of its instructor kit.").tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook with locked cells as they were, each once, and with those that give points, if it has lost some."""
        about = resources["nbgrader"]
        if about["assignment"] not in self.kits:
            return nb, resources
        with Gradebook(about["db_url"]) as book:
            notebook = book.find_notebook(about["notebook"], about["assignment"])
            released = released_cells(notebook)
        cells, there = [], set()
        for cell in reversed(nb.cells):  # of those that are there twice nbgrader takes the last
            said = cell.metadata.pop("nbgrader", None)
            name = said.get("grade_id") if isinstance(said, dict) else None
            known = released.get(name) if isinstance(name, str) and name not in there else None
            if known:
                there.add(name)
                cell.metadata["nbgrader"] = known.metadata["nbgrader"]
            cells.append(known if known and known.metadata["nbgrader"]["locked"] else cell)
        nb.cells = [*reversed(cells), *(cell for name, cell in released.items() if name not in there and gives_points(cell))]
        return nb, resources


def released_cells(notebook: Any) -> dict[str, Any]:
    """The cells with a name, as the gradebook knows them."""
    solutions, tasks = ({one.name for one in some} for some in (notebook.solution_cells, notebook.task_cells))
    points = {one.name: one.max_score for one in [*notebook.grade_cells, *notebook.task_cells]}
    made = {}
    for one in notebook.source_cells:
        marks = {"grade": one.name in points and one.name not in tasks, "solution": one.name in solutions, "task": one.name in tasks}
        about = {"schema_version": 3, "grade_id": one.name, "cell_type": one.cell_type, "locked": one.locked, "checksum": one.checksum, **marks}
        worth = {"points": points[one.name]} if one.name in points else {}
        made[one.name] = CELLS[one.cell_type](one.source or "", metadata={"nbgrader": about | worth})
    return made


def gives_points(cell: Any) -> bool:
    """Whether a cell is an autograder test: its outputs are points."""
    about = cell.metadata.get("nbgrader", {})
    return cell.cell_type == "code" and bool(about.get("grade")) and not about.get("solution")


class Isolated(NbGraderPreprocessor):  # type: ignore[misc]
    """Grades a notebook against the instructor kit of its assignment; one of an assignment without a kit is run by nbgrader, as ever."""

    kits = Dict(value_trait=Unicode(), key_trait=Unicode(), help="Of each assignment the folder of its instructor kit.").tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook with outputs in the cells that give points.

        Raises:
            AssignmentError: the instructor kit is not whole, or the points are not those of its assignment.
        """
        assignment = resources["nbgrader"]["assignment"]
        if assignment not in self.kits:
            run: tuple[Any, Any] = Execute(parent=self)(nb, resources)
            return run
        kit = Path(self.kits[assignment])
        plan = plan_of(kit, (kit / RECORD).stat().st_mtime_ns if (kit / RECORD).is_file() else 0)
        report = graded(plan, nb, Path(resources["metadata"]["path"]), resources["nbgrader"]["student"])
        parts = {one.name: one for one in parts_of(report, plan.exercises)}
        for cell in filter(gives_points, nb.cells):
            about = cell.metadata["nbgrader"]
            part = parts.get(about["grade_id"])
            if part and part.max_score != about["points"]:
                changed = f"{part.name} gives {about['points']:g} points in the notebook and {part.max_score:g} in the kit"
                raise AssignmentError(f"{changed}: change them in assignment.toml, release, and run nbgrader generate_assignment again")
            if not part:
                self.log.error("%s gives 0 points. %s", about["grade_id"], NOT_RUN)
            cell.outputs = (
                outputs(part, plan.assignment.shown) if part else [new_output("error", ename="NotRun", evalue=NOT_RUN, traceback=[NOT_RUN])]
            )
        for name in (one.name for one in parts.values() if one.verdict == "ungraded"):
            self.log.error("NOT GRADED, and 0 until you look at it: %s. %s", name, json.dumps(parts[name].public.sentence))
        return nb, resources


def graded(plan: Plan, nb: Any, folder: Path, student: str) -> Report:
    """The report on a notebook, and on the scripts that were handed in beside it."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for script in folder.glob("*.py"):
            if script.is_file() and not script.is_symlink():
                shutil.copyfile(script, place / script.name)
        (place / "notebook.ipynb").write_text(nbformat.writes(nb), "utf-8")
        files = list(place.iterdir())
        return report_one(plan, files[0] if len(files) == 1 else place, student, zygotes())


def outputs(part: Part, shown: Shown) -> list[Any]:
    """What students are told, unless it is hidden from them, and the points as nbgrader reads them."""
    html, plain = fragment(part.public), legible(text(part.public))
    if shown.public == "hidden":
        html, plain = paragraph(""), ""
    if part.secret and shown.secret != "hidden":
        html, plain = html + paragraph(f"Secret cases: {part.secret}"), f"{plain}\n\nSecret cases: {part.secret}"
    told = [new_output("display_data", {"text/html": str(html), "text/plain": plain})] if plain else []
    return [*told, new_output("execute_result", {"text/plain": repr(part.score)}, execution_count=1)]


@cache
def plan_of(kit: Path, released: int) -> Plan:
    """The plan of a kit, read once after each release: a server of nbgrader lives on."""
    return plan_at(kit)


@cache
def zygotes() -> Zygotes:
    """The zygotes of this process, which grades many submissions; they end with it."""
    running = Zygotes.strongest()
    atexit.register(running.__exit__, None, None, None)
    return running
