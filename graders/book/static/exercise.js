// <convgrade-exercise name="...">: a stub to fill in, a button that checks it, hints, and the picture of what does not hold yet.
import { editorIn } from "./editor.js";
import { dressed, element, nodes, reachable } from "./look.js";
import { ask, longest, warmed } from "./python.js";
import { read, remember, remembered, site } from "./site.js";

const HTML = `
<div class="box" role="group">
  <div class="statement" hidden></div>
  <div class="editor"></div>
  <p class="keys" id="keys">Tab indents; Escape, then Tab leaves the field. Ctrl+Enter checks.</p>
  <div class="row">
    <button type="button" class="first check">Check</button>
    <button type="button" class="ask">Hint</button>
    <button type="button" class="reset">Start over</button>
    <span class="state" role="status"></span>
  </div>
  <div class="hints" aria-live="polite"></div>
  <div class="unseen said" role="status"></div>
  <div class="result" role="region" hidden></div>
</div>`;

export class ExerciseElement extends HTMLElement {
  #shown = false;
  #busy = false;

  connectedCallback() {
    if (!this.#shown) this.#show();
  }

  async #show() {
    this.#shown = true;
    const name = this.getAttribute("name");
    try {
      const [exercise, settings] = await Promise.all([read(`exercises/${name}.json`), site()]);
      await this.#build(exercise, settings);
    } catch (problem) {
      this.append(element("p", `This exercise cannot be shown as one: ${problem.message}`)); // the stub stays
    }
  }

  async #build(exercise, settings) {
    const { name } = exercise;
    const root = dressed(this, HTML);
    const part = (which) => root.querySelector(`.${which}`);
    part("box").setAttribute("aria-label", `Exercise: ${exercise.title}`);
    part("result").setAttribute("aria-label", `What came of ${name}`);
    if (this.getAttribute("statement") !== "none") {
      part("statement").hidden = false;
      part("statement").append(element("strong", exercise.title), nodes(exercise.statement));
      root.querySelectorAll(".statement pre").forEach(reachable);
    }
    reachable(part("result"));
    const editor = await editorIn(part("editor"), root, {
      text: remembered(name) ?? exercise.stub,
      label: `Your code for ${name}`,
      described: "keys",
      rich: settings.editor,
      onChange: (text) => remember(name, text === exercise.stub ? null : text),
      onCheck: () => this.#check(name, editor, part),
    });
    part("editor").addEventListener("focusin", () => warmed(part("state")).catch(() => {}), { once: true });
    part("check").addEventListener("click", () => this.#check(name, editor, part));
    part("ask").addEventListener("click", () => showHint(exercise.hints, part));
    part("reset").addEventListener("click", () => {
      editor.set(exercise.stub);
      part("result").hidden = true;
      part("hints").replaceChildren();
      part("ask").hidden = false;
      part("state").textContent = settings.editor ? "The beginning is back. Ctrl+Z in the field undoes that." : "The beginning is back.";
    });
  }

  async #check(name, editor, part) {
    if (this.#busy) return;
    this.#busy = true;
    part("check").setAttribute("aria-disabled", "true");
    const state = part("state");
    try {
      await warmed(state);
      const answer = await ask({ exercise: name, text: editor.text() }, () => (state.textContent = "Checking…"));
      state.textContent = "";
      show(answer, part);
    } catch (problem) {
      state.textContent = "";
      part("result").hidden = false;
      part("result").replaceChildren(element("p", `Python could not be started: ${problem.message}. Check again to try once more.`));
      part("said").textContent = "Python could not be started. Check again to try once more.";
    } finally {
      part("check").removeAttribute("aria-disabled");
      this.#busy = false;
    }
  }
}

function show(answer, part) {
  const result = part("result");
  result.hidden = false;
  if (!answer.said) {
    const words = answer.stopped ? endless(answer.line) : `Python ended instead of returning (${answer.broken}). It was started again.`;
    result.replaceChildren(element("p", words));
    part("said").textContent = words;
    return;
  }
  const { said } = answer;
  result.replaceChildren(nodes(said.html));
  if (said.printed) result.append(element("p", "It printed:"), element("pre", said.printed, "printed"));
  if (said.stopped) result.append(element("p", "Some of your code did not run to its end:"), nodes(said.stopped));
  if (!said.passed) part("hints").replaceChildren(); // the result has those that fit it
  part("ask").hidden = said.passed || said.hints;
  part("said").textContent = `${said.heading}. ${said.summary}`;
}

function endless(line) {
  const where = line ? ` It was in the loop in line ${line}.` : " Is there a loop that never ends?";
  return `Not yet: it was still computing after ${longest.milliseconds / 1000} seconds, and was stopped.${where}`;
}

function showHint(hints, part) {
  const shown = part("hints").childElementCount;
  if (shown >= hints.length) return;
  const hint = element("div", "", "hint");
  hint.append(element("strong", `Hint ${shown + 1} of ${hints.length}`), nodes(hints[shown]));
  part("hints").append(hint);
  part("ask").hidden = shown + 1 >= hints.length;
}
