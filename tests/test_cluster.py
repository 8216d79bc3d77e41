"""Grading on a cluster: a real scheduler and two real worker processes on this machine."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from convgrade.bank import Bank
from convgrade.classroom import found_names, grade_class, submissions_in
from convgrade.coursework import Course
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.limits import Limits
from convgrade.parcel import parcel_of, unpacked
from convgrade.pool import Mismatch
from convgrade.processes import pool_for
from convgrade.questions import questions
from convgrade.submission import identity_of
from convgrade.untrusted import Refused

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(not find_spec("distributed"), reason="Dask is not installed: grading on a cluster is NOT tested"),
]
CLASS = Path(__file__).parent / "sample_class" / "submissions"
NAMES = ("corr2d", "out_size")
ASKED = [questions()["q101"]]
QUICK = ("ada_moreau.ipynb", "freya_lindqvist.ipynb", "ines_carvalho.zip", "jonas_weber.py", "lena_fischer", "marco_bianchi.py", "tom_okafor.ipynb")


@dataclass(frozen=True)
class Running:
    """A scheduler's address, and its two workers."""

    address: str
    workers: list[subprocess.Popen[str]]


def started(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]], stderr=subprocess.PIPE, text=True)


def line_with(process: "subprocess.Popen[str]", words: str) -> str:
    assert process.stderr
    return next(line for line in process.stderr if words in line)


@pytest.fixture
def cluster() -> Iterator[Running]:
    scheduler = started("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    workers = []
    try:
        address = line_with(scheduler, "Scheduler at:").split()[-1]
        workers = [started("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard") for _ in range(2)]
        for worker in workers:
            line_with(worker, "Registered to:")
        yield Running(address, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.communicate()


@pytest.fixture
def course(banks: dict[str, Bank], zygotes: Zygotes) -> Course:
    return Course({n: find()[n] for n in NAMES}, {n: [banks[n]] for n in NAMES}, Limits(), zygotes.isolation)


@pytest.fixture
def handed_in(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in QUICK:
        copy = shutil.copytree if (CLASS / name).is_dir() else shutil.copy
        copy(CLASS / name, folder / name)
    (folder / "a link.py").symlink_to(folder / "jonas_weber.py")
    (folder / "answers.py").write_text("q101 = 43\n", "utf-8")
    return submissions_in([folder], tmp_path / "out")


def reports(folder: Path) -> dict[str, str]:
    """The reports in a folder, but for how long things took."""
    found = {}
    for path in (folder / "reports").iterdir():
        report = json.loads(path.read_text("utf-8"))
        found[path.name] = json.dumps({**report, "exercises": [{**e, "seconds": 0} for e in report["exercises"]]})
    return found


def graded_here(course: Course, handed_in: dict[str, Path], out: Path) -> dict[str, str]:
    pool = pool_for(course, 1)
    try:
        assert len(list(grade_class(pool, course, handed_in, NAMES, out, ASKED))) == len(handed_in)
    finally:
        pool.close()
    return reports(out)


def test_grades_of_a_cluster_are_those_of_this_machine_even_if_a_worker_dies(
    cluster: Running, course: Course, handed_in: dict[str, Path], tmp_path: Path
) -> None:
    from convgrade.cluster import Cluster

    joined = Cluster(cluster.address, course, mode="auto")
    try:
        assert found_names(joined, course, handed_in) == {*NAMES, ASKED[0].id}
        results = grade_class(joined, course, handed_in, NAMES, tmp_path / "there", ASKED)
        first = next(results)
        cluster.workers[0].send_signal(signal.SIGKILL)
        rows = [first, *results]
    finally:
        joined.close()
    assert sorted(name for name, _, _ in rows) == sorted(handed_in)
    assert reports(tmp_path / "there") == graded_here(course, handed_in, tmp_path / "here")


def test_a_machine_with_another_convgrade_is_refused(cluster: Running, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    from convgrade import cluster as module

    monkeypatch.setattr(module, "engine", lambda: "99.0")
    with pytest.raises(Mismatch, match=r"tcp://.* would grade otherwise .* convgrade \(.* there, 99\.0 here\)"):
        module.Cluster(cluster.address, course, mode="auto")


def test_a_less_isolated_course_leaves_nothing_to_the_next(course: Course) -> None:
    from convgrade import cluster as module

    standard = module.standard_of(NAMES, find())
    briefs = [module.Brief(mode, NAMES, {}, course.banks, course.limits, (), module.Worth(), mode, standard) for mode in ("off", "auto")]
    found = [module.prepared(brief) for brief in briefs]
    module._own.zygotes.__exit__(None, None, None)
    assert [zygotes.isolation for _, zygotes in found] == [made.isolation for made, _ in found]
    assert found[0][1].isolation != found[1][1].isolation


def test_a_bank_that_differs_is_told_by_its_exercise() -> None:
    from convgrade.cluster import differences

    assert differences({"the public bank of pool": "ab" * 32}, {"the public bank of pool": "cd" * 32}) == [
        "the public bank of pool (cdcdcdcdcdcd there, abababababab here)"
    ]


def test_an_address_at_which_no_scheduler_answers_is_an_error_of_one_sentence(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    from convgrade import cluster as module

    monkeypatch.setattr(module, "JOINING_SECONDS", 1)
    with pytest.raises(OSError, match="Timed out"):
        module.Cluster("tcp://127.0.0.1:1", course, mode="auto")


@pytest.mark.parametrize("name", QUICK)
def test_a_submission_is_the_same_after_its_journey(name: str) -> None:
    with unpacked(parcel_of(CLASS / name)) as place:
        assert (place.name, identity_of(place)) == (name, identity_of(CLASS / name))


def test_a_link_is_refused_where_it_arrives(tmp_path: Path) -> None:
    (tmp_path / "link.py").symlink_to(tmp_path)
    with pytest.raises(Refused, match="symbolic link"), unpacked(parcel_of(tmp_path / "link.py")):
        pass


def test_exercises_of_ones_own_are_not_taken_for_known_by_machines_that_lack_them() -> None:
    from convgrade.cluster import differences, standard_of

    mine = {"mine": replace(find()["corr2d"], name="mine")}
    assert differences(standard_of(["mine"], mine), standard_of(["mine"], find()))


def own_course(folder: Path, banks: dict[str, Bank], zygotes: Zygotes) -> Course:
    """Of one exercise that no installation has: a copy of another, in a chapter of its own."""
    place = folder / "exercises" / "own" / "out_size"
    shutil.copytree(find()["out_size"].folder, place)
    return Course({"out_size": find(folder)["out_size"]}, {"out_size": [banks["out_size"]]}, Limits(), zygotes.isolation)


def test_exercises_of_ones_own_travel(cluster: Running, banks: dict[str, Bank], zygotes: Zygotes, handed_in: dict[str, Path], tmp_path: Path) -> None:
    from convgrade.cluster import Cluster

    own = own_course(tmp_path / "own", banks, zygotes)
    with (own.exercises["out_size"].folder / "checks.py").open("a", encoding="utf-8") as file:
        file.write("# other checks than are installed\n")
    joined = Cluster(cluster.address, own, mode="auto")
    try:
        rows = [row for _, row, _ in grade_class(joined, own, handed_in, ["out_size"], tmp_path / "there")]
    finally:
        joined.close()
    assert {row.cells[0].verdict for row in rows} >= {"passed", "missing"}
