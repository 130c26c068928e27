// What is wrong with the layout of a reading's page, one line for each fault, and how many notes and numbers are seen.
// `script` says whether scripts run.
(script) => {
  // Excerpts are shorter than their notes, and each keeps its row.
  const scripted = script && !document.body.matches(".page-excerpts");
  const NEAR = 1; // pixels that rounding may cost
  const FARTHEST = 24; // pixels that a note which was pushed down may keep from the one above it
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const box = (element) => element.getBoundingClientRect();
  const seen = (element) => element.checkVisibility() && box(element).height > 0;
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > NEAR
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > NEAR;
  const name = (element) => element.id || element.className || element.tagName;
  const width = document.documentElement.clientWidth;

  const page = document.documentElement.scrollWidth;
  if (page > width) faults.push(`the page is ${page} px wide in a window of ${width} px`);

  const texts = all(".unit > :not(.notes, .paragraph-number)").filter(seen);
  const notes = all("aside.note").filter(seen).map((element) => {
    const mark = document.getElementById(`q-${element.id}`) ?? document.getElementById(`r-${element.id}`);
    const unit = element.closest(".unit");
    const text = box(unit.querySelector(":scope > :not(.notes, .paragraph-number)"));
    const own = box(element);
    const beside = own.left > text.right - NEAR || own.right < text.left + NEAR;
    return { id: element.id, element, own, unit: box(unit), text, beside, level: mark.getClientRects()[0]?.top };
  });

  for (const { id, element, own } of notes) {
    if (own.left < -NEAR || own.right > width + NEAR) faults.push(`${id} stands outside of the window`);
    if (element.scrollWidth > element.clientWidth + NEAR) faults.push(`${id} is too narrow for its words`);
    if (own.width < 150) faults.push(`${id} is ${own.width} px wide`);
  }
  for (const text of texts) {
    if (text.scrollWidth > text.clientWidth + NEAR) faults.push(`${name(text)} is too narrow for its words`);
    if (box(text).left < -NEAR || box(text).right > width + NEAR) faults.push(`${name(text)} stands outside of the window`);
  }

  const others = [...texts, ...all(".rail details, .apparatus, .page-header").filter(seen)];
  notes.forEach((note, index) => {
    for (const other of notes.slice(index + 1)) {
      if (meet(note.own, other.own)) faults.push(`${note.id} covers ${other.id}`);
    }
    for (const other of others) {
      if (meet(note.own, box(other))) faults.push(`${note.id} covers ${name(other)}`);
    }
  });

  const sides = new Set(notes.map(({ beside }) => beside));
  if (sides.size > 1) faults.push("some notes stand beside the text and some under it");
  const columns = new Set(notes.map(({ own }) => Math.round(own.left)));
  if (sides.has(true) && columns.size > 1) faults.push(`notes begin at ${[...columns]}`);

  // Beside the text a script goes by the marks; else notes stand in the order of the page.
  const ordered = sides.has(true) && scripted ? [...notes].sort((a, b) => a.level - b.level) : notes;
  let floor = -Infinity;
  for (const { id, own, unit, text, beside, level } of ordered) {
    if (own.top < floor - NEAR) faults.push(`${id} stands ${floor - own.top} px too high among the notes`);
    if (beside && scripted) {
      if (own.top < level - NEAR) faults.push(`${id} stands ${level - own.top} px above its mark`);
      if (own.top > Math.max(level, floor + FARTHEST) + NEAR) faults.push(`${id} stands ${own.top - level} px under its mark for nothing`);
    } else if (own.top < unit.top - NEAR || own.bottom > unit.bottom + NEAR) {
      faults.push(`${id} leaves the row of its text`);
    } else if (!beside && own.top < text.bottom - NEAR) {
      faults.push(`${id} stands before the end of its text`);
    }
    floor = own.bottom;
  }
  return { faults: faults.slice(0, 12), notes: notes.length, numbers: all("a[role='doc-noteref']").filter(seen).length };
}
