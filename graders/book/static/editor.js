// The field that code is written in: CodeMirror where the site has it, else a plain one.

// An editor in `place`, an element of the shadow tree `root`: {text, set, focus}.
export async function editorIn(place, root, { text, label, described, rich, onChange, onCheck }) {
  if (rich) {
    try {
      return await codeMirror(place, root, { text, label, described, onChange, onCheck });
    } catch {
      place.replaceChildren();
    }
  }
  return plain(place, { text, label, described, onChange, onCheck });
}

async function codeMirror(place, root, { text, label, described, onChange, onCheck }) {
  const [{ EditorView, keymap, lineNumbers }, { EditorState }, language, commands, { python }, { tags }] = await Promise.all([
    import("./editor/codemirror-view.js"),
    import("./editor/codemirror-state.js"),
    import("./editor/codemirror-language.js"),
    import("./editor/codemirror-commands.js"),
    import("./editor/codemirror-lang-python.js"),
    import("./editor/lezer-highlight.js"),
  ]);
  const colours = language.HighlightStyle.define([
    { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: "var(--keyword)" },
    { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
    { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
    { tag: tags.comment, color: "var(--comment)", fontStyle: "italic" },
    { tag: [tags.function(tags.definition(tags.variableName)), tags.className], color: "var(--name)" },
  ]);
  const view = new EditorView({
    parent: place,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        commands.history(),
        language.indentOnInput(),
        language.bracketMatching(),
        language.syntaxHighlighting(colours),
        language.indentUnit.of("    "),
        python(),
        keymap.of([
          { key: "Mod-Enter", run: () => (onCheck(), true) },
          commands.indentWithTab,
          ...commands.defaultKeymap,
          ...commands.historyKeymap,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": described }),
        EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    set: (other) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: other } }),
    focus: () => view.focus(),
  };
}

function plain(place, { text, label, described, onChange, onCheck }) {
  const field = document.createElement("textarea");
  field.value = text;
  field.rows = text.split("\n").length + 2;
  field.spellcheck = false;
  field.autocapitalize = "off";
  field.setAttribute("aria-label", label);
  field.setAttribute("aria-describedby", described);
  field.addEventListener("input", () => onChange(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onCheck();
  });
  place.append(field);
  return {
    text: () => field.value,
    set: (other) => {
      field.value = other;
      onChange(other);
    },
    focus: () => field.focus(),
  };
}
