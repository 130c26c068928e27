// The preview in an open page: shows what the newest build made, says what is wrong with it, copies words as a note.
"use strict";
(() => {
  const script = document.currentScript;
  const made = { page: script.dataset.page, styles: script.dataset.styles, others: script.dataset.others };
  const waiting = document.body.classList.contains("preview-waiting");
  const KEPT = "preview:place:" + location.pathname;
  const CLOSED = "preview:closed";
  let blocks = {};

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== ""));
    return made;
  }

  // ---------------------------------------------------------------- the line to the preview

  const status = element("p", { className: "preview-status" });
  status.setAttribute("role", "status");
  let looking = false;
  let lookAgain = false;
  let lost = 0;

  function connect() {
    const line = new WebSocket(`ws://${location.host}/-/live`);
    line.onopen = () => { clearTimeout(lost); say(""); look(); };
    line.onmessage = look;
    line.onclose = () => {
      clearTimeout(lost);
      lost = setTimeout(() => say("The preview is not running. Start it again, and this page goes on."), 2000);
      setTimeout(connect, 500);
    };
  }

  async function look() {
    if (looking) { lookAgain = true; return; }
    looking = true;
    try {
      do {
        lookAgain = false;
        const answer = await fetch(`/-/state?page=${encodeURIComponent(location.pathname)}`);
        if (answer.ok) take(await answer.json());
      } while (lookAgain);
    } catch {
      // The preview went away meanwhile; the line says so when it is back.
    } finally {
      looking = false;
    }
  }

  function take(state) {
    blocks = state.blocks;
    if (state.page !== made.page || state.others !== made.others) {
      keepPlace();
      location.reload();
      return;
    }
    if (state.styles !== made.styles) {
      made.styles = state.styles;
      exchangeStyles(state.styles);
    }
    show(state);
  }

  function exchangeStyles(name) {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin || address.pathname.startsWith("/-/")) continue;
      address.search = name;
      const fresh = old.cloneNode();
      fresh.href = address.href;
      fresh.onload = fresh.onerror = () => { old.remove(); dispatchEvent(new Event("resize")); };
      old.after(fresh);
    }
  }

  function say(words) {
    status.textContent = words;
    status.hidden = !words;
  }

  // ---------------------------------------------------------------- the reader's place, kept over a reload

  function detailsByName() {
    const seen = {};
    return [...document.querySelectorAll("main details, .page-display")].filter((each) => !each.closest(".preview-panel")).map((each) => {
      const home = each.closest("[id]")?.id ?? "";
      seen[home] = (seen[home] ?? 0) + 1;
      return [`${home} ${seen[home]}`, each];
    });
  }

  function keepPlace() {
    const top = [...document.querySelectorAll("main [id]")].find((each) => each.getBoundingClientRect().bottom > 0);
    history.scrollRestoration = "manual";
    sessionStorage.setItem(KEPT, JSON.stringify({
      y: scrollY,
      id: scrollY > 0 ? top?.id : "",
      offset: top?.getBoundingClientRect().top,
      open: detailsByName().filter(([, each]) => each.open).map(([name]) => name),
      chosen: [...document.querySelectorAll(".page-switch input[type=radio]:checked")].map((each) => [each.name, each.value]),
      focus: document.activeElement?.id ?? "",
    }));
  }

  function restorePlace() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    if (!kept) return;
    sessionStorage.removeItem(KEPT);
    for (const [name, each] of detailsByName()) if (kept.open.includes(name)) each.open = true;
    for (const [name, value] of kept.chosen) {
      const input = [...document.getElementsByName(name)].find((each) => each.value === value);
      if (input && !input.checked) {
        input.checked = true;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
    if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
    const scroll = () => {
      const anchor = kept.id ? document.getElementById(kept.id) : null;
      const y = anchor ? scrollY + anchor.getBoundingClientRect().top - kept.offset : kept.y;
      scrollTo({ top: y, behavior: "instant" });
    };
    scroll();
    addEventListener("load", () => { scroll(); history.scrollRestoration = "auto"; }, { once: true });
  }

  // ---------------------------------------------------------------- what is wrong

  const panel = element("section", { className: "preview-panel", hidden: true });
  panel.setAttribute("aria-label", "Messages of the preview");
  panel.setAttribute("role", "region");
  const tally = element("p", { className: "preview-tally" });
  tally.setAttribute("aria-live", "polite");
  const close = element("button", { type: "button", textContent: "Close" });
  const list = element("div", { className: "preview-list" });
  panel.append(element("div", { className: "preview-head" }, tally, close), list);
  let shown = "";

  function count(number, name) {
    return number ? `${number} ${name}${number === 1 ? "" : "s"}` : "";
  }

  function show(state) {
    const told = JSON.stringify(state.diagnostics);
    if (told === shown && !waiting) return;
    shown = told;
    const errors = state.diagnostics.filter((each) => each.severity === "error");
    const warnings = state.diagnostics.filter((each) => each.severity !== "error");
    const closed = sessionStorage.getItem(CLOSED) === told && !waiting;
    const behind = errors.length && !waiting ? ". The page shows the last good site." : "";
    tally.textContent = [count(errors.length, "error"), count(warnings.length, "warning")].filter(Boolean).join(", ") + behind;
    list.replaceChildren();
    if (errors.length) list.append(element("ol", {}, ...errors.map(message)));
    if (warnings.length) {
      const summary = element("summary", { textContent: errors.length ? count(warnings.length, "warning") : "Show" });
      list.append(element("details", {}, summary, element("ol", {}, ...warnings.map(message))));
    }
    panel.hidden = !state.diagnostics.length || closed;
    panel.classList.toggle("preview-with-errors", errors.length > 0);
    document.documentElement.classList.toggle("preview-room", !panel.hidden && errors.length > 0 && !waiting);
    const why = document.getElementById("preview-why");
    if (why && errors.length) why.textContent = "The texts cannot be built yet. What is wrong stands below; mend it and save, and this page becomes the site.";
  }

  function message(found) {
    const item = element("li", { className: `preview-${found.severity}` });
    item.append(
      element("p", { className: "preview-what" },
        element("span", { className: "preview-kind", textContent: found.severity }), " ", found.message, " ",
        element("span", { className: "preview-code", textContent: found.code })),
      element("p", { className: "preview-at", textContent: found.at }),
    );
    if (found.place.text.trim()) item.append(source(found.place));
    for (const line of found.why.split("\n").filter(Boolean)) item.append(element("p", { className: "preview-why", textContent: line }));
    if (found.fix) item.append(element("p", { className: "preview-fix" }, element("b", { textContent: "Fix:" }), ` ${found.fix}`));
    return item;
  }

  function source(place) {
    // Columns count characters; a string's own offsets count some of them twice.
    const letters = [...place.text];
    const start = place.column ? place.column - 1 : 0;
    const end = place.column ? start + place.length : 0;
    const part = (from, to) => letters.slice(from, to).join("");
    return element("pre", { className: "preview-source", dir: "auto" }, element("code", {},
      part(0, start), end > start ? element("span", { className: "preview-meant", textContent: part(start, end) }) : "", part(Math.max(start, end))));
  }

  close.onclick = () => {
    sessionStorage.setItem(CLOSED, shown);
    panel.hidden = true;
    document.documentElement.classList.remove("preview-room");
  };
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape" && !waiting) close.click(); });

  // ---------------------------------------------------------------- copy as note

  const copy = element("button", { type: "button", className: "preview-copy", textContent: "Copy as note", hidden: true });
  const heard = element("p", { className: "preview-heard" });
  heard.setAttribute("role", "status");
  const box = element("textarea", { readOnly: true, rows: 8 });
  box.setAttribute("aria-label", "The note to copy");
  const boxClose = element("button", { type: "button", textContent: "Close" });
  const dialog = element("dialog", { className: "preview-dialog" }, element("p"), box, boxClose);
  dialog.setAttribute("aria-label", "Copy as note");
  let note = null;
  let asked = 0;
  let pressed = false;
  let told = false;

  // The text nodes of a block that hold its own words, each with its offset. Numbers and letters that the page adds
  // are no part of the block's text, and so they do not fit.
  function pieces(block, words) {
    const found = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const added = node.parentElement.closest("a.ref, [role='doc-noteref']");
      if ((added && block.contains(added)) || !words.startsWith(node.data, at)) continue;
      found.push([node, at]);
      at += node.data.length;
    }
    return found;
  }

  function ends(range) {
    let first = null;
    let last = null;
    for (const [id, words] of Object.entries(blocks)) {
      const block = document.getElementById(id);
      if (!block || !range.intersectsNode(block)) continue;
      for (const [node, at] of pieces(block, words)) {
        if (!range.intersectsNode(node)) continue;
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.data.length;
        if (from >= to) continue;
        first ??= [id, [...words.slice(0, at + from)].length];
        last = [id, [...words.slice(0, at + to)].length];
      }
    }
    return first && { first, last };
  }

  async function offer() {
    const mine = ++asked;
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const found = range && ends(range);
    if (!found) { withdraw(); return; }
    const query = new URLSearchParams({
      page: location.pathname, first: found.first[0], "first-at": found.first[1], last: found.last[0], "last-at": found.last[1],
    });
    const answer = await fetch(`/-/quote?${query}`).catch(() => null);
    if (mine !== asked) return;
    if (!answer?.ok) { withdraw(); return; }
    note = await answer.json();
    copy.hidden = false;
    put(range);
    if (!told) heard.textContent = "Copy as note: press Tab.";
    told = true;
  }

  function withdraw() {
    note = null;
    copy.hidden = true;
  }

  function put(range) {
    const rects = range.getClientRects();
    const whole = range.getBoundingClientRect();
    const last = rects[rects.length - 1] ?? whole;
    const away = matchMedia("(pointer: coarse)").matches ? 28 : 8;
    const left = Math.min(Math.max(8, last.right - copy.offsetWidth / 2), document.documentElement.clientWidth - copy.offsetWidth - 8);
    const below = last.bottom + away + copy.offsetHeight < innerHeight ? last.bottom + away : whole.top - away - copy.offsetHeight;
    copy.style.left = `${left + scrollX}px`;
    copy.style.top = `${Math.max(8, below) + scrollY}px`;
  }

  async function copyNote() {
    if (!note) return;
    const { entry, file } = note;
    try {
      await navigator.clipboard.writeText(entry);
      heard.textContent = `Copied. Paste it into ${file}.`;
      heard.classList.add("preview-seen");
      setTimeout(() => heard.classList.remove("preview-seen"), 4000);
    } catch {
      dialog.firstChild.textContent = `Copy this and paste it into ${file}.`;
      box.value = entry;
      dialog.showModal();
      box.select();
    }
    withdraw();
  }

  boxClose.onclick = () => dialog.close();
  copy.onclick = copyNote;
  // Otherwise the press would take the selection away before the click.
  copy.onpointerdown = (event) => event.preventDefault();
  copy.onmousedown = (event) => event.preventDefault();
  let settled = 0;
  const soon = () => { clearTimeout(settled); settled = setTimeout(() => { if (!pressed) offer(); }, 150); };
  document.addEventListener("selectionchange", soon);
  addEventListener("pointerdown", () => { pressed = true; }, true);
  for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => { pressed = false; soon(); }, true);
  addEventListener("keydown", (event) => {
    if (copy.hidden || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Tab" && !event.shiftKey && document.activeElement !== copy) {
      event.preventDefault();
      copy.focus({ preventScroll: true });
    } else if (event.key === "Escape") {
      asked++;
      withdraw();
    }
  });

  // ---------------------------------------------------------------- begin

  (waiting ? document.querySelector("main") : document.body).append(panel);
  document.body.append(status, copy, heard, dialog);
  say("");
  if (waiting) panel.classList.add("preview-whole");
  if (waiting) close.remove();
  restorePlace();
  connect();
  look();
  addEventListener("pageshow", (event) => { if (event.persisted) look(); });
})();
