"""What instructors and authors run for banks: bank draw, bank verify, bank questions."""

import secrets
from collections.abc import Sequence
from pathlib import Path

import click

from ..cli import DONE, NOT_YET, Problem
from ..exercise import places
from .choose import all_exercises, bank_at, exercises_named, require_references

PUBLIC_SEED = 1


@click.group("bank")
def bank_command() -> None:
    """Draw and verify banks: the cases that submissions are checked on."""


@bank_command.command("draw")
@click.argument("names", nargs=-1)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder for secret banks, one NAME.npz an exercise.")
@click.option("--seed", type=int, help="Draw from this number; a random one, if left out. Whoever knows it knows the cases.")
@click.option("--public", is_flag=True, help="For authors: draw the public banks, beside their exercises.")
@click.option("--without-keras", is_flag=True, help="Do not compare the answers with Keras.")
@click.pass_obj
def draw_command(root: Path | None, names: Sequence[str], out: Path | None, seed: int | None, public: bool, without_keras: bool) -> int:
    """Draw banks for exercises NAMES, or all."""
    from ..bank import BankError, load, save
    from ..draw import CannotDraw, draw_bank, versions
    from ..oracle import NoKeras, prove, require_keras

    if public == (out is not None):
        raise Problem("Say where secret banks go with --out DIR, or ask for the public ones with --public.")
    exercises = exercises_named(names, root)
    require_references(exercises.values())
    try:
        if not without_keras:
            require_keras()
    except NoKeras as error:
        raise Problem(f"{error}. To draw without it: --without-keras") from None
    number = PUBLIC_SEED if public else seed if seed is not None else secrets.randbits(64)
    drawn = {}
    for name, exercise in exercises.items():
        try:
            known = [] if public else [case.arguments for case in load(exercise.bank).cases]
            drawn[name] = (exercise, draw_bank(exercise, number, secret=not public, avoid=known, keras=not without_keras))
        except (CannotDraw, ValueError, BankError) as error:
            raise Problem(f"{name}: {error}.") from None
    try:
        proofs = [] if without_keras else prove(drawn)
    except NoKeras as error:
        raise Problem(f"{error}. To draw without it: --without-keras") from None
    wrong = [f"{proof.exercise}: {proof.differences[0]}" for proof in proofs if proof.differences]
    if wrong:
        raise Problem("No bank was written. " + "\n".join(wrong))
    for name, (exercise, bank) in drawn.items():
        place = out / f"{name}.npz" if out else exercise.bank
        save(bank, place, versions())
        click.echo(f"{place}: {len(bank.cases)} cases, {bank.identity[:16]}")
    return DONE


@bank_command.command("verify")
@click.argument("names", nargs=-1)
@click.option("--bank", "banks", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Verify the banks in this folder.")
@click.pass_obj
def verify_command(root: Path | None, names: Sequence[str], banks: Path | None) -> int:
    """Compare the answers in banks with the reference, a second technique and Keras, case by case."""
    from ..oracle import NoKeras, prove

    exercises = exercises_named(names, root)
    require_references(exercises.values())
    chosen = {n: (e, bank_at(banks / f"{n}.npz" if banks else e.bank, e)) for n, e in exercises.items()}
    try:
        proofs = prove(chosen)
    except (NoKeras, ValueError) as error:
        raise Problem(f"{error}.") from None
    for proof in proofs:
        click.echo(f"{proof.exercise:<26} {proof.cases:>4} cases  {'agree' if not proof.differences else proof.differences[0]}")
    return NOT_YET if any(proof.differences for proof in proofs) else DONE


@bank_command.command("questions")
@click.pass_obj
def questions_command(root: Path | None) -> int:
    """For authors: write what students get of the questions, the answers made unreadable.

    It is written from reference/CHAPTER/questions.toml into exercises/CHAPTER/questions.json.
    """
    from ..answer_key import KEY, for_students
    from ..questions import FILE

    known = all_exercises(root)
    exercises, references = places(root)[-1 if root else 0]
    keys = sorted(references.glob(f"*/{KEY}"))
    texts = {exercises / key.parent.name / FILE: for_students(key, known) for key in keys}
    if not texts:
        raise Problem(f"There is no file {references / 'CHAPTER' / KEY}. Students get a convgrade without answers to questions.")
    for file, text in texts.items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        click.echo(f"wrote {file}")
    return DONE
