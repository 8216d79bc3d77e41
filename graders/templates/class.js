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

  function sort(head, column) {
    const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    const key = keys[head.dataset.kind];
    const keyed = rows.map((row, place) => ({ row, place, key: key(row.cells[column]) }));
    const order = head.dataset.kind === "number" ? (a, b) => a - b : compare;
    keyed.sort((a, b) => sign * order(a.key, b.key) || a.place - b.place);
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
    body.append(...keyed.map(one => one.row));
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
  const texts = rows.map(row => row.textContent.toLowerCase());

  function filter() {
    const wanted = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    rows.forEach((row, i) => {
      row.hidden = !wanted.every(word => texts[i].includes(word));
      left += !row.hidden;
    });
    told.textContent = wanted.length ? `${left} of ${rows.length} shown` : "";
  }

  box.addEventListener("input", filter);
  document.getElementById("finder").hidden = false;
})();
