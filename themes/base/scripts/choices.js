// Remembers what the reader chose under "Display", and shows in the rail where the reader is.
// Without it every choice holds for the page that is open.
"use strict";
(() => {
  const KEPT = ["notes", "colours"];
  const form = document.querySelector(".page-switch");
  // A browser may refuse to keep anything, and says so by an exception.
  const store = (does, ...what) => { try { return localStorage[does](...what); } catch { return null; } };

  for (const name of KEPT) {
    for (const input of form?.querySelectorAll(`input[name="${name}"]`) ?? []) {
      if (input.value === store("getItem", `reader-${name}`)) input.checked = true;
    }
  }
  form?.addEventListener("change", ({ target }) => {
    if (KEPT.includes(target.name)) store("setItem", `reader-${target.name}`, target.value);
  });

  const search = document.querySelector("[aria-keyshortcuts='/']");
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || !search) return;
    event.preventDefault();
    const field = document.getElementById("page-query");
    if (field) field.focus();
    else search.click();
  });

  const display = document.querySelector(".page-display");
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !display?.open) return;
    if (display.contains(document.activeElement)) display.querySelector("summary").focus();
    display.open = false;
  });
  addEventListener("pointerdown", (event) => {
    if (display?.open && !display.contains(event.target)) display.open = false;
  });

  const links = [...document.querySelectorAll(".rail a")];
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  function mark() {
    waiting = false;
    let here = 0;
    places.forEach((place, index) => { if (place && place.getBoundingClientRect().top < innerHeight / 3) here = index; });
    links.forEach((link, index) => {
      if (index === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }
  if (links.length) {
    addEventListener("scroll", () => { waiting ||= Boolean(requestAnimationFrame(mark)); }, { passive: true });
    mark();
  }
})();
