"""What a worker is asked about one submission, and what it answers: plain values both ways."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .calling import perform
from .loading import Program, contents, read, run
from .planning import plan_of, program_of
from .rehearsing import as_they_are, joined, outcomes, unfolded


@dataclass(slots=True)
class Conversation:
    """The submission that was read, and the function of it that was loaded last."""

    program: Program | None = None
    function: Callable[..., Any] | None = None

    def reply(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what is asked.

        "scan" tells what a submission defines, "load" runs what one of its functions needs, "call" calls that, and "rehearse" does both with
        many calls, as "again" does with a few. "plan" is about a submission of which another worker tells what its functions need.
        """
        if "files" in request:
            self.program = program_of(request["plan"], request["files"]) if "plan" in request else read(request["files"])
        program = self.program
        assert program is not None
        match request["do"]:
            case "call":
                assert self.function is not None
                return perform(self.function, request["arguments"], program.labels, request["form"])
            case "scan":
                told = contents(program, request["names"], request.get("asked", ()))
                return {**told, "plan": plan_of(program, request["names"]) if request.get("planned") else None}
            case "load":
                self.function, note = run(program, request["name"], request["everything"], request.get("banned", []))
                return note
            case "rehearse":
                self.function, note = run(program, request["name"], False, request["banned"])
                if self.function is not None:
                    note["heard"] = [joined(outcomes(self.function, unfolded(memoryview(calls)))) for calls in request["calls"]]
                return note
            case "plan":
                return {}
            case "again":
                self.function, _ = run(program, request["name"], False, request["banned"])
                return joined(outcomes(self.function, as_they_are(request["calls"])))  # type: ignore[arg-type]  # one that is none refuses each call
        raise ValueError(f"nobody may ask for {request['do']}")
