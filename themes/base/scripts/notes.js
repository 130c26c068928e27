// Places each note level with its mark, lights both ends of a note, opens folded notes for printing, lets keys scroll
// tables that are too wide for their place.
// The page works without it: then every paragraph makes room for its own notes.
(() => {
  new ResizeObserver(() => {
    for (const each of document.querySelectorAll("table")) each.tabIndex = each.scrollWidth > each.clientWidth ? 0 : -1;
  }).observe(document.documentElement);

  const article = document.querySelector(".page-reading article");
  if (!article) return;
  const notes = [...article.querySelectorAll(".note")];
  const GAP = 16;
  let printing = false;

  function place() {
    // Excerpts are shorter than their notes, so that each row keeps its own height.
    const beside = matchMedia("(min-width: 70rem)").matches && !printing && !article.closest(".page-excerpts");
    document.body.classList.toggle("placed", beside);
    article.style.minBlockSize = "";
    for (const note of notes) note.style.top = "";
    if (!beside) return;
    const origin = article.getBoundingClientRect().top;
    // All places are read before any is written, so that the browser lays the page out once.
    const found = notes.map((note) => {
      const mark = document.getElementById("q-" + note.id) ?? document.getElementById("r-" + note.id);
      const level = mark?.getClientRects()[0]?.top ?? origin;
      return { note, level, row: note.parentElement.getBoundingClientRect().top, height: note.offsetHeight };
    });
    let floor = origin;
    for (const { note, level, row, height } of found.sort((a, b) => a.level - b.level)) {
      if (!height) continue;
      const top = Math.max(level, floor);
      note.style.top = top - row + "px";
      floor = top + height + GAP;
    }
    article.style.minBlockSize = floor - origin + "px";
  }

  function light(event, on) {
    const end = event.target.closest?.("mark[data-notes], a[role='doc-noteref'], .note");
    if (!end) return;
    const ids = end.dataset.notes?.split(" ") ?? [end.matches(".note") ? end.id : end.id.slice(2)];
    for (const id of ids) {
      document.getElementById(id)?.classList.toggle("lit", on);
      for (const mark of article.querySelectorAll(`mark[data-notes~="${CSS.escape(id)}"]`)) mark.classList.toggle("lit", on);
    }
  }

  for (const [on, names] of [[true, ["pointerover", "focusin"]], [false, ["pointerout", "focusout"]]]) {
    for (const name of names) article.addEventListener(name, (event) => light(event, on));
  }
  let folded = [];
  addEventListener("beforeprint", () => {
    printing = true;
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const each of folded) each.open = true;
    place();
  });
  addEventListener("afterprint", () => {
    printing = false;
    for (const each of folded) each.open = false;
    place();
  });
  article.addEventListener("toggle", place, true);
  document.querySelector(".page-switch")?.addEventListener("change", place);
  new ResizeObserver(place).observe(document.documentElement);
  document.fonts.ready.then(place);
  place();
})();
