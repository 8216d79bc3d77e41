// <convgrade-question name="...">: a field for an answer, a button, and what is said to it.
import { dressed, element, nodes, reachable } from "./look.js";
import { ask, warmed } from "./python.js";
import { read, remember, remembered } from "./site.js";

const HTML = `
<form class="box">
  <div class="statement" hidden></div>
  <div class="row">
    <input type="text" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="form">
    <button class="first">Check</button>
    <span class="state" role="status"></span>
  </div>
  <p class="keys" id="form"></p>
  <div class="result" role="status"></div>
</form>`;

export class QuestionElement extends HTMLElement {
  #shown = false;

  async connectedCallback() {
    if (this.#shown) return;
    this.#shown = true;
    try {
      this.#build(await read(`questions/${this.getAttribute("name")}.json`));
    } catch (problem) {
      this.append(element("p", `This question cannot be answered here: ${problem.message}`));
    }
  }

  #build(question) {
    const root = dressed(this, HTML);
    const part = (which) => root.querySelector(which);
    const field = part("input");
    if (this.getAttribute("statement") !== "none") {
      part(".statement").hidden = false;
      part(".statement").append(element("strong", question.title), nodes(question.statement));
      root.querySelectorAll(".statement pre").forEach(reachable);
    }
    field.setAttribute("aria-label", `Your answer: ${question.title}`);
    field.value = remembered(question.name) ?? "";
    part("#form").textContent = `Asked for: ${question.form}`;
    field.addEventListener("input", () => remember(question.name, field.value || null));
    field.addEventListener("focus", () => warmed(part(".state")).catch(() => {}), { once: true });
    part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      answered(question.name, field.value, part);
    });
  }
}

async function answered(name, text, part) {
  const state = part(".state");
  try {
    await warmed(state);
    const { said, broken } = await ask({ question: name, text });
    part(".result").replaceChildren(said ? nodes(said.html) : element("p", `Python ended (${broken}). Check again.`));
  } catch (problem) {
    part(".result").replaceChildren(element("p", `Python could not be started: ${problem.message}. Check again to try once more.`));
  } finally {
    state.textContent = "";
  }
}
