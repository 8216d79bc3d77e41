"use strict";
(() => {
  const table = document.getElementById("submissions");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const { compare } = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  // Each kind of column has its own key, and keys of one column compare with each other.
  const keys = {
    text: cell => cell.textContent.trim(),
    number: cell => parseFloat(cell.textContent),
    verdict: cell => "pnoum".indexOf(cell.className) + cell.textContent.trim(),
  };

  // Laying out thousands of rows takes seconds, so those after the first are kept for when they are asked for, and for paper.
  let limit = Number(table.dataset.first);
  let order = rows;

  function show() {
    let found = 0;
    for (const row of order) {
      if (!row.hidden) found += 1;
      row.classList.toggle("later", found > limit);
    }
    all.hidden = found <= limit;
    told.textContent = [
      found < rows.length ? `${found} of ${rows.length} found` : "",
      found > limit ? `the first ${limit} are shown` : "",
    ].filter(Boolean).join(", ");
  }

  function sort(head, column) {
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    const key = keys[head.dataset.kind];
    const before = head.dataset.kind === "number" ? (a, b) => a - b : compare;
    const keyed = rows.map((row, place) => ({ row, place, key: key(row.cells[column]) }));
    keyed.sort((a, b) => sign * before(a.key, b.key) || a.place - b.place);
    order = keyed.map(one => one.row);
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
    show();
    body.append(...order);
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, column));
    head.append(button);
  });

  const box = document.getElementById("filter");
  const told = document.getElementById("told");
  const all = document.getElementById("show-all");
  const spoken = cell => cell.ariaLabel || cell.firstElementChild?.ariaLabel || cell.textContent;
  const texts = new Map(rows.map(row => [row, [...row.cells].map(spoken).join(" ").toLowerCase()]));

  box.addEventListener("input", () => {
    const wanted = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) row.hidden = !wanted.every(word => texts.get(row).includes(word));
    show();
  });
  all.addEventListener("click", () => {
    limit = Infinity;
    show();
  });
  document.getElementById("finder").hidden = false;
  show();
})();
