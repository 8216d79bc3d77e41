// What a page loads, as a classic script or as a module: it makes <convgrade-exercise> and <convgrade-question> work.
(() => {
  const own = (script) => /\/convgrade\.js([?#]|$)/.test(script.src);
  const source = document.currentScript && own(document.currentScript) ? document.currentScript : [...document.scripts].find(own);
  if (location.protocol === "file:") {
    const say = () => {
      for (const one of document.querySelectorAll("convgrade-exercise, convgrade-question")) {
        const note = document.createElement("p");
        note.textContent =
          "Code cannot be checked in a page that is opened as a file. In the folder of this book run: python -m http.server, then open http://localhost:8000";
        one.append(note);
      }
    };
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", say);
    else say();
    return;
  }
  import(new URL("elements.js", source.src).href);
})();
