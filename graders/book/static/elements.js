// The two elements that pages are written with.
import { ExerciseElement } from "./exercise.js";
import { QuestionElement } from "./question.js";

for (const [name, element] of [["convgrade-exercise", ExerciseElement], ["convgrade-question", QuestionElement]]) {
  if (!customElements.get(name)) customElements.define(name, element);
}
