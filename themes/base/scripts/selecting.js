// Words that are selected in the text can be cited: by a link to them, or with the text's author, title and paragraph.
// What is copied in the usual way is the text alone, without the notes between its paragraphs.
"use strict";
(() => {
  const bar = document.querySelector(".page-copy");
  const article = document.querySelector(".page-reading article");
  if (!bar || !article) return;
  const said = bar.querySelector("[role='status']");
  const APART = "a.ref, .paragraph-number, .notes, .credit";
  let chosen = null;

  const BLOCK = "[id]:is(p, h1, h2, h3, h4, h5, h6, blockquote)";
  const closest = (node, what) => (node.closest ? node : node.parentElement).closest(what);
  const block = (node) => closest(node, BLOCK);
  const inText = ({ startContainer: start, endContainer: end, commonAncestorContainer: all }) => article.contains(all)
    && block(start) && block(end) && !closest(start, ".notes") && !closest(end, ".notes");

  // The words of each block in a range, with a mark where something stands that is no part of the text.
  const words = (range) => [...article.querySelectorAll(BLOCK)]
    .filter((each) => range.intersectsNode(each) && !each.closest(".notes"))
    .map((each) => {
      const inner = document.createRange();
      inner.selectNodeContents(each);
      if (each.contains(range.startContainer)) inner.setStart(range.startContainer, range.startOffset);
      if (each.contains(range.endContainer)) inner.setEnd(range.endContainer, range.endOffset);
      const part = inner.cloneContents();
      for (const apart of part.querySelectorAll(APART)) apart.replaceWith("\0");
      return part.textContent.replace(/\s+/g, " ");
    });
  const blocks = (range) => words(range).map((each) => each.replaceAll("\0", "").trim()).filter(Boolean);
  // A browser's search sees the number of a note, so the words on its two sides are not looked for together.
  const runs = (range) => words(range).flatMap((each) => each.split("\0")).map((each) => each.trim()).filter(Boolean);

  function link(range) {
    const parts = runs(range), encode = (words) => encodeURIComponent(words).replaceAll("-", "%2D");
    const text = parts.length === 1 && parts[0].length < 120 ? encode(parts[0])
      : `${encode(parts[0].split(" ").slice(0, 5).join(" "))},${encode(parts.at(-1).split(" ").slice(-5).join(" "))}`;
    return `${location.origin}${location.pathname}#${encodeURIComponent(block(range.startContainer).id)}:~:text=${text}`;
  }

  function citation(range) {
    const { by, title, date, paragraph } = bar.dataset;
    const number = block(range.startContainer).closest(".unit")?.querySelector(".paragraph-number")?.textContent.trim();
    const facts = [by, title, date, number && paragraph.replace("#", number)].filter(Boolean).join(", ");
    return `“${blocks(range).join(" ")}” (${facts}) ${link(range)}`;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = said.dataset.copied;
    } catch {
      said.textContent = text; // Where a browser keeps its clipboard to itself, a reader copies by hand.
    }
  }

  function show() {
    const selection = getSelection();
    if (bar.contains(document.activeElement)) return;
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    // The preview has a bar of its own, with which words become a note.
    const ours = range && inText(range) && !document.querySelector(".preview-status");
    chosen = ours && runs(range).length ? range.cloneRange() : null;
    bar.hidden = !chosen;
    if (!chosen) return;
    said.textContent = "";
    const box = range.getBoundingClientRect(), most = document.documentElement.clientWidth - bar.offsetWidth - 8;
    bar.style.left = `${Math.max(8, Math.min(box.left, most))}px`;
    bar.style.top = `${box.bottom + 8 + scrollY}px`;
  }

  let waiting = 0;
  document.addEventListener("selectionchange", () => { clearTimeout(waiting); waiting = setTimeout(show, 250); });
  const [first, second] = bar.querySelectorAll("button");
  first.addEventListener("click", () => copy(link(chosen)));
  second.addEventListener("click", () => copy(citation(chosen)));
  addEventListener("keydown", (event) => {
    if (bar.hidden) return;
    if (event.key === "Escape") { bar.hidden = true; }
    if (event.key === "Tab" && !event.shiftKey && !bar.contains(document.activeElement)) { event.preventDefault(); first.focus(); }
  });
  document.addEventListener("copy", (event) => {
    const selection = getSelection(), range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const copied = range && inText(range) ? blocks(range) : [];
    if (copied.length < 2) return;
    event.clipboardData.setData("text/plain", copied.join("\n\n"));
    event.preventDefault();
  });
})();
