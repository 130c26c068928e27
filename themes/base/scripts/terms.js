// Shows a term's entry beside it: a link into the page's glossary opens a popover of what it leads to.
// Without the script, or with Ctrl, Shift or the middle button, it is the link that it is.
"use strict";
(() => {
  const home = document.querySelector(".glossary");
  if (!home || !HTMLElement.prototype.showPopover) return;
  const pop = document.createElement("div");
  pop.className = "term-popover";
  pop.popover = "auto";
  pop.tabIndex = -1;
  pop.setAttribute("role", "dialog");
  pop.setAttribute("aria-labelledby", "page-term");
  document.body.append(pop);
  let from = null, pressed = null, timer = 0;

  const term = (target) => {
    const link = target.closest?.("a[role='doc-glossref'], a.term-link");
    const entry = link?.hash && link.pathname === location.pathname && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return entry && entry.matches(".term-entry") ? [link, entry] : [];
  };

  function open(link, entry) {
    const copy = entry.cloneNode(true);
    for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
    for (const each of copy.querySelectorAll(".uses")) each.remove();
    copy.querySelector("dt").id = "page-term";
    const list = document.createElement("dl");
    list.append(copy);
    const whole = document.createElement("a");
    whole.href = link.hash;
    whole.className = "whole";
    whole.textContent = home.dataset.entry;
    whole.addEventListener("click", () => pop.hidePopover());
    pop.replaceChildren(list, whole);
    pop.lang = entry.closest("[lang]").lang;
    from = link;
    if (!pop.matches(":popover-open")) pop.showPopover();
    place(link.getClientRects()[0]);
  }

  function place(mark) {
    const wide = document.documentElement.clientWidth, { width, height } = pop.getBoundingClientRect();
    const left = Math.max(8, Math.min(mark.left, wide - width - 8));
    const below = mark.bottom + 6, fits = below + height < innerHeight || mark.top < height + 6;
    pop.style.left = `${left}px`;
    pop.style.top = `${(fits ? below : mark.top - height - 6) + scrollY}px`;
  }

  addEventListener("pointerdown", () => { pressed = from; }, true);
  addEventListener("keydown", () => { pressed = null; }, true);
  addEventListener("click", (event) => {
    clearTimeout(timer);
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const [link, entry] = term(event.target);
    // A second click follows the link; the first half of it has closed the popover already.
    if (!link || pressed === link) return pop.hidePopover();
    event.preventDefault();
    open(link, entry);
    if (!event.detail) pop.focus();
  });

  // By a mouse it opens when the pointer rests, and stays while the pointer is on it.
  function rest(event) {
    if (event.pointerType !== "mouse") return;
    const [link, entry] = term(event.target);
    clearTimeout(timer);
    if (link && link !== from) timer = setTimeout(open, 350, link, entry);
    else if (!link && from && !pop.contains(event.target) && !pop.contains(document.activeElement)) {
      timer = setTimeout(() => pop.hidePopover(), 300);
    }
  }
  addEventListener("pointerover", rest);
  pop.addEventListener("toggle", (event) => {
    if (event.newState === "open") return;
    if (document.activeElement === document.body || pop.contains(document.activeElement)) from?.focus({ preventScroll: true });
    from = null;
  });
})();
