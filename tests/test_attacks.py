"""The attack suite: each submission of `attacks/` gets its verdict, harms nothing, and the next honest one is graded right.

Everything that could be stolen or changed is planted and looked at again after each attack.
"""

import importlib.util
import json
import os
import secrets
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from convgrade.bank import load
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.grading import grade
from convgrade.isolation import establish, strongest
from convgrade.limits import Limits
from convgrade.report import refusal, report_on, to_json
from convgrade.submission import read
from convgrade.untrusted import Refused
from convgrade.zygote import Layers, Zygote

HERE = Path(__file__).parent
ATTACKS = {path.parent.name: path.parent for path in sorted((HERE / "attacks").glob("*/expected.json"))}
GROUPS = {name: json.loads((path / "expected.json").read_text("utf-8"))["group"] for name, path in ATTACKS.items()}
FIRST_OF_GROUP = {next(name for name in GROUPS if GROUPS[name] == group) for group in GROUPS.values()}
EXERCISE = find()["corr2d"]
BANK = load(EXERCISE.bank)
LIMITS = Limits(cpu_seconds=2, patience=2, memory=320 << 20)
FOR_ENDLESS = replace(LIMITS, cpu_seconds=1)  # what never ends by itself is waited for as long
HONEST = next(p for p in sorted((HERE / "solutions" / "right" / "corr2d").glob("*.py")) if "tensorflow" not in p.read_text("utf-8"))


@dataclass(frozen=True)
class Trap:
    """What is planted for attacks: a secret, a folder to write into, ports that listen."""

    token: str
    secret: Path
    drop: Path
    stream: socket.socket
    datagrams: socket.socket

    @property
    def port(self) -> int:
        return int(self.stream.getsockname()[1])


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trap]:
    folder = tmp_path_factory.mktemp("trap")
    for place in (folder, *folder.parents[:2]):
        place.chmod(0o755)
    (folder / "drop").mkdir()
    (folder / "drop").chmod(0o777)
    token = secrets.token_hex(16)
    (folder / "secret").write_text(token)
    with socket.create_server(("127.0.0.1", 0)) as stream, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        datagrams.bind(stream.getsockname())
        stream.setblocking(False)
        datagrams.setblocking(False)
        yield Trap(token, folder / "secret", folder / "drop", stream, datagrams)


def layers() -> Layers:
    """The strongest layers, but for those that CONVGRADE_WITHOUT names ("landlock,bubblewrap")."""
    return replace(strongest(), **{layer: False for layer in os.environ.get("CONVGRADE_WITHOUT", "").split(",") if layer})


@pytest.fixture(scope="module")
def guarded() -> Iterator[Zygotes]:
    with Zygotes(*establish(Zygote("", layers()))) as zygotes:
        assert zygotes.isolation.tier == "strict", zygotes.isolation.sentence()
        yield zygotes


@pytest.fixture(scope="module")
def without_landlock() -> Iterator[Zygotes]:
    with Zygotes(*establish(Zygote("", replace(strongest(), landlock=False)))) as zygotes:
        assert zygotes.isolation.tier == "strict", zygotes.isolation.sentence()
        yield zygotes


def prepared(attack: Path, trap: Trap, folder: Path) -> Path:
    """The submission of an attack, its placeholders filled in."""
    if (attack / "make.py").exists():
        spec = importlib.util.spec_from_file_location("make", attack / "make.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        made: Path | None = module.make(folder / getattr(module, "NAME", "submission.py"))
        return made or folder / getattr(module, "NAME", "submission.py")
    source = next(p for p in attack.iterdir() if p.name.startswith("submission"))
    target = folder / source.name
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copy(source, target)
    for file in [target] if target.is_file() else [p for p in target.rglob("*") if p.is_file() and not p.is_symlink()]:
        if file.suffix in (".py", ".ipynb"):
            file.write_bytes(filled_in(file.read_bytes(), trap))
    return target


def filled_in(text: bytes, trap: Trap) -> bytes:
    """What attacks have in common, and where on this machine the trap lies."""
    common = {part.stem.upper(): part.read_text("utf-8") for part in (HERE / "attacks").glob("*.py")}
    places = {"SECRET": trap.secret, "DROP": trap.drop, "PORT": trap.port, "GRADER": os.getpid()}
    for name, value in (common | places).items():
        text = text.replace(f"@{name}@".encode(), str(value).encode())
    return text


def entries() -> set[str]:
    """What lies in the places that all processes share."""
    # The semaphores of process pools come and go with other tests.
    shared = {name for name in os.listdir("/dev/shm") if not name.startswith("sem.mp-")}
    for table in ("shm", "sem", "msg"):
        shared |= {f"{table} {line.split()[1]}" for line in Path(f"/proc/sysvipc/{table}").read_text().splitlines()[1:]}
    return shared


def family_of(process: int) -> set[int]:
    """All descendants of a process: the zygote's, whether Bubblewrap lies around it or not."""
    children = {int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()}
    return children.union(*(family_of(child) for child in children))


def family_that_stays(zygote: Zygote) -> set[int]:
    """The same, without workers whose end nobody has waited for: they are gone before another one is."""
    with zygote.worker(LIMITS):
        pass
    return family_of(zygote.pid)


def graded(path: Path, zygotes: Zygotes, limits: Limits = LIMITS) -> tuple[str, str]:
    """The verdict of a submission, and its whole report as text."""
    try:
        submission = read(path)
        report = report_on(submission, grade(submission, {"corr2d": EXERCISE}, {"corr2d": [BANK]}, zygotes, limits), zygotes.isolation.tier)
    except Refused as why:
        report = refusal(path.name, str(why), ["corr2d"])
    return report["exercises"][0]["verdict"], to_json(report)


def received(channel: socket.socket, stream: bool) -> bool:
    try:
        if stream:
            channel.accept()[0].close()
        else:
            channel.recv(1)
    except BlockingIOError:
        return False
    return True


def marked(name: str) -> object:
    return pytest.param(name, id=f"{GROUPS[name]}-{name}", marks=() if name in FIRST_OF_GROUP else pytest.mark.slow)


@pytest.mark.skipif(not strongest().landlock, reason="the layers need Linux: attacks were NOT tried")
@pytest.mark.parametrize("name", [marked(name) for name in ATTACKS])
def test_an_attack_gets_its_verdict_and_harms_nothing(name: str, trap: Trap, guarded: Zygotes, tmp_path: Path) -> None:
    attacked(name, trap, guarded, tmp_path)


@pytest.mark.skipif(not strongest().landlock, reason="the layers need Linux: attacks were NOT tried")
@pytest.mark.parametrize("name", sorted(FIRST_OF_GROUP))
def test_an_attack_harms_nothing_without_landlock_either(name: str, trap: Trap, without_landlock: Zygotes, tmp_path: Path) -> None:
    attacked(name, trap, without_landlock, tmp_path)


def attacked(name: str, trap: Trap, guarded: Zygotes, tmp_path: Path) -> None:
    """Grade an attack, look at everything that was planted, and grade an honest submission after it."""
    expected = json.loads((ATTACKS[name] / "expected.json").read_text("utf-8"))
    path = prepared(ATTACKS[name], trap, tmp_path)
    before, zygote = entries(), guarded.get()
    family = family_that_stays(zygote)
    verdict, report = graded(path, guarded, FOR_ENDLESS if "timeout" in expected["verdict"] else LIMITS)

    assert verdict in expected["verdict"]
    assert trap.token not in report
    assert trap.secret.read_text() == trap.token
    assert list(trap.drop.iterdir()) == []
    assert entries() == before
    assert not received(trap.stream, stream=True)
    assert not received(trap.datagrams, stream=False)
    assert guarded.get() is zygote, "the zygote was lost"
    now = family_that_stays(zygote)
    assert len(now) == len(family), "something was left behind, or the process that waits for the next submission was lost"
    assert len(now - family) <= 1, "more is new than the process that waits for the next submission"
    assert graded(HONEST, guarded, Limits())[0] == "passed"


def test_there_are_attacks_of_every_group() -> None:
    assert len(ATTACKS) >= 120
    assert set("ABCDEFGHIJ") <= set(GROUPS.values())


def test_without_layers_a_secret_can_be_read(trap: Trap, tmp_path: Path) -> None:
    """The suite can fail: what it looks for happens where there are no layers."""
    (tmp_path / "thief.py").write_text(f"def corr2d(X, K):\n    raise KeyError(open({str(trap.secret)!r}).read())\n")
    with Zygotes(first=Zygote()) as portable:
        assert trap.token in graded(tmp_path / "thief.py", portable)[1]
