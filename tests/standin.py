"""What the book needs of `convgrade.book.sphinx`, in a few lines: statement and stub of an exercise, text of a question. No editor."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from convgrade.exercise import find
from convgrade.questions import questions


class ExerciseDirective(SphinxDirective):
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        exercise = find().get(self.arguments[0])
        if exercise is None:
            raise self.error(f"there is no exercise {self.arguments[0]}")
        box = nodes.admonition("", nodes.title("", exercise.title), classes=["exercise"])
        box += self.parse_text_to_nodes(exercise.text("statement.md").partition("\n")[2])
        box += nodes.literal_block("", exercise.text("stub.py"), language="python")
        return [box]


class QuestionDirective(SphinxDirective):
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        question = questions().get(self.arguments[0])
        if question is None:
            raise self.error(f"there is no question {self.arguments[0]}")
        box = nodes.admonition("", nodes.title("", question.title), classes=["question"])
        box += self.parse_text_to_nodes(question.text)
        return [box]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("convgrade-exercise", ExerciseDirective)
    app.add_directive("convgrade-question", QuestionDirective)
    app.add_config_value("convgrade_parts", "", "env")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
