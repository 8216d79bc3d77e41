// How the elements look: in the colours of the page around them, with those of code chosen for light or dark.

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { display: block; margin: 1em 0; color: inherit; --line: color-mix(in srgb, currentColor 35%, transparent);
  --keyword: #8a1c7c; --string: #205c20; --number: #0b4fa8; --comment: #5a5a5a; --name: #0b4fa8; --accent: #0b57b0; --on-accent: #ffffff; }
:host([data-dark]) { --keyword: #e3a1dc; --string: #a5d6a0; --number: #9cc4ff; --comment: #b3b3b3; --name: #9cc4ff; --accent: #9cc4ff; --on-accent: #10151d; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.box { border: 1px solid var(--line); border-radius: 6px; padding: 0.75em; min-width: 0; overflow-wrap: break-word; line-height: 1.5; }
.editor { border: 1px solid var(--line); border-radius: 4px; min-width: 0; }
.editor:focus-within { outline: 2px solid var(--accent); outline-offset: 1px; }
.editor textarea { width: 100%; border: 0; padding: 0.5em; font: 0.95em/1.45 ui-monospace, monospace; background: transparent; color: inherit; resize: vertical; tab-size: 4; }
.editor textarea:focus { outline: none; }
.cm-editor { font-size: 0.95em; background: transparent; }
.cm-editor.cm-focused { outline: none !important; }
.cm-editor .cm-scroller { font-family: ui-monospace, "DejaVu Sans Mono", monospace; line-height: 1.45; }
.cm-editor .cm-content { caret-color: currentColor; }
.cm-editor .cm-cursor { border-left-color: currentColor; }
.cm-editor .cm-gutters { background: transparent; color: inherit; border-right: 1px solid var(--line); }
.row { display: flex; flex-wrap: wrap; gap: 0.5em; align-items: center; margin: 0.6em 0 0; }
button { font: inherit; min-height: 2.4em; padding: 0.3em 0.9em; border: 1px solid var(--line); border-radius: 4px; background: transparent; color: inherit; cursor: pointer; }
button.first { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button[aria-disabled="true"] { cursor: progress; }
button:focus-visible, input:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input { font: 1em ui-monospace, monospace; min-height: 2.4em; min-width: 0; flex: 1 1 10em; max-width: 24em; padding: 0.3em 0.6em; border: 1px solid var(--line); border-radius: 4px;
  background: transparent; color: inherit; }
.keys { font-size: 0.85em; margin: 0.3em 0 0; }
.result { margin: 0.75em 0 0; overflow-x: auto; }
.result table { background: transparent; }
.result summary { cursor: pointer; }
.statement pre { overflow-x: auto; }
.printed, .result pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.printed, .result pre, .statement pre { font-family: ui-monospace, monospace; font-size: 0.9em; margin: 0.4em 0; }
.statement > :first-child { margin-top: 0; }
.hint { border-left: 3px solid var(--line); padding-left: 0.75em; margin: 0.6em 0; }
.hint p, .result p { margin: 0.5em 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { .row, .keys { display: none; } }
`);

// Give an element its shadow tree and follow the colours of the page.
export function dressed(element, html) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = html;
  const look = () => element.toggleAttribute("data-dark", isLight(getComputedStyle(element).color));
  look();
  const watch = new MutationObserver(look);
  for (const one of [document.documentElement, document.body]) watch.observe(one, { attributes: true, attributeFilter: ["class", "data-theme", "data-mode", "data-md-color-scheme", "style"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
  return root;
}

// Whether text of this colour asks for a dark ground.
function isLight(colour) {
  const [red, green, blue] = (colour.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128;
}

// HTML that convgrade made, as nodes. A strict content security policy refuses styles in attributes, but not those that a script sets.
export function nodes(html) {
  const held = document.createElement("template");
  held.innerHTML = html.replaceAll(' style="', ' data-style="');
  for (const one of held.content.querySelectorAll("[data-style]")) {
    one.style.cssText = one.dataset.style;
    one.removeAttribute("data-style");
  }
  return held.content;
}

// What is wider than its place can be scrolled with the keyboard, and is no stop for the Tab key else.
export function reachable(block) {
  new ResizeObserver(() => {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
    else block.removeAttribute("tabindex");
  }).observe(block);
}

export function element(tag, text, classes = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (classes) made.className = classes;
  return made;
}
