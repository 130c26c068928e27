// Places each note level with its mark, lights both ends of a note, opens folded notes for printing.
// The page works without it: then every paragraph makes room for its own notes.
(() => {
  const article = document.querySelector(".page-reading article");
  if (!article) return;
  const notes = [...article.querySelectorAll(".note")];
  const wide = matchMedia("(min-width: 70rem)");
  const GAP = 16;
  let printing = false;

  function place() {
    // Excerpts are shorter than their notes, so that each row keeps its own height.
    const beside = wide.matches && !printing && !document.body.matches(".page-excerpts");
    document.body.classList.toggle("placed", beside);
    article.style.minBlockSize = "";
    for (const note of notes) note.style.top = "";
    if (!beside) return;
    const origin = article.getBoundingClientRect().top;
    // All places are read before any is written, so that the browser lays the page out once.
    const levels = notes.map((note) => {
      const ref = document.getElementById("r-" + note.id);
      const mark = document.getElementById("q-" + note.id);
      const rects = (mark || ref)?.getClientRects();
      return rects?.length ? rects[0].top - origin : 0;
    });
    const rows = notes.map((note) => note.parentElement.getBoundingClientRect().top - origin);
    const heights = notes.map((note) => note.offsetHeight);
    let floor = 0;
    notes
      .map((note, index) => index)
      .sort((a, b) => levels[a] - levels[b] || a - b)
      .forEach((index) => {
        if (!heights[index]) return;
        const top = Math.max(levels[index], floor);
        notes[index].style.top = top - rows[index] + "px";
        floor = top + heights[index] + GAP;
      });
    article.style.minBlockSize = floor + "px";
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
  wide.addEventListener("change", place);
  new ResizeObserver(place).observe(document.documentElement);
  document.fonts?.ready.then(place);
  place();
})();
