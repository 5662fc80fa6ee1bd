
// Hides the rows of a table that have not all words of its search box, or another first cell than was chosen.
// A link chooses them as well: #drops=NAT, #pairs=web-a+internet, #drops.choice=NAT_UNSOLICITED.
(() => {
  const find = (kind, id) => document.querySelector(`[data-${kind}="${id}"]`);

  const filter = table => {
    const words = find("search", table.id).value.toLowerCase().split(/\s+/).filter(word => word);
    const choice = find("choice", table.id)?.value ?? "";
    const rows = [...table.tBodies[0].rows];
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !(words.every(word => text.includes(word)) && (choice === "" || row.cells[0].textContent === choice));
      shown += row.hidden ? 0 : 1;
    }

    find("count", table.id).textContent = shown === rows.length ? `${shown} rows` : `${shown} of ${rows.length} rows`;
  };

  const tables = [...document.querySelectorAll("table[id]")];

  const follow = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const table of tables) {
      if (asked.has(table.id)) {
        find("search", table.id).value = asked.get(table.id);
      }

      if (asked.has(`${table.id}.choice`) && find("choice", table.id)) {
        find("choice", table.id).value = asked.get(`${table.id}.choice`);
      }

      filter(table);
    }
  };

  for (const table of tables) {
    find("search", table.id).addEventListener("input", () => filter(table));
    find("choice", table.id)?.addEventListener("change", () => filter(table));
  }

  addEventListener("hashchange", follow);
  document.documentElement.classList.add("scripted");
  follow();
})();
