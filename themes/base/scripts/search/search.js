// The search's page. Pagefind and its index are fetched when the first word is typed, and nowhere else.
const form = document.querySelector("form.search");
const said = document.querySelector(".search-said");
const found = document.querySelector(".search-found");
const more = document.querySelector(".search-more");
const PAGE = 20, AROUND = 14;
let pagefind, results = [], shown = 0, newest = 0;

const loaded = () => (pagefind ??= import(new URL("../../pagefind/pagefind.js", import.meta.url)).then(async (module) => {
  await module.options({ excerptLength: 30 });
  await module.init();
  return module;
}));

async function search() {
  const turn = ++newest;
  const asked = new FormData(form);
  const words = asked.get("q").trim();
  remember(asked);
  if (!words) return show([], "");
  try {
    const engine = await loaded();
    const filters = Object.fromEntries(["kind", "reading"].map((name) => [name, asked.get(name)]).filter(([, value]) => value));
    const answer = await engine.search(words, { filters });
    if (turn === newest) await show(answer.results, count(answer.results.length));
  } catch (error) {
    if (turn === newest) show([], said.dataset.broken);
  }
}

function count(number) {
  return number === 0 ? said.dataset.none : number === 1 ? said.dataset.one : said.dataset.many.replace("#", number);
}

function remember(asked) {
  const kept = new URLSearchParams([...asked].filter(([, value]) => value));
  history.replaceState(null, "", kept.size ? `?${kept}` : location.pathname);
}

async function show(all, words) {
  [results, shown] = [all, 0];
  found.replaceChildren();
  said.textContent = words;
  await next();
}

async function next() {
  const turn = newest;
  const part = await Promise.all(results.slice(shown, shown + PAGE).map((each) => each.data()));
  if (turn !== newest) return;
  shown += part.length;
  found.append(...part.map(item));
  more.hidden = shown >= results.length;
}

// All of it comes from the index as text, and goes into the page as text.
function item({ url, raw_content, content, meta, locations }) {
  const words = plain(raw_content ?? content).split(/\s+/);
  const hits = new Set(locations);
  const first = locations[0] ?? 0;
  const start = Math.max(0, first - AROUND), end = Math.min(words.length, first + 2 * AROUND);
  const line = element("p", "search-words-found");
  if (start) line.append("… ");
  for (let at = start; at < end; at++) line.append(hits.has(at) ? element("mark", "", words[at]) : words[at], " ");
  if (end < words.length) line.append("…");
  const link = element("a", "", meta.title || meta.reading);
  link.href = meta.kind === "text" ? toWords(url, words, first) : url;
  const head = element("p", "search-head");
  head.append(element("span", "kind", found.dataset[meta.kind] ?? ""), " ", link);
  if (meta.title && meta.reading) head.append(" ", element("span", "from", meta.reading));
  const entry = document.createElement("li");
  entry.append(head, line);
  return entry;
}

// The index holds the text as HTML; nothing runs in a document that is only parsed.
function plain(html) {
  return new DOMParser().parseFromString(html, "text/html").documentElement.textContent;
}

// The sentence's first words: a browser that knows text fragments shows them, and any other the paragraph.
function toWords(url, words, at) {
  let start = at;
  while (start > 0 && at - start < 30 && !/[.!?…。？！]["'”’»)]*$/.test(words[start - 1])) start--;
  const text = words.slice(start, start + 3).join(" ");
  return `${url}:~:text=${encodeURIComponent(text).replaceAll("-", "%2D")}`;
}

function element(name, kind, text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = text;
  return made;
}

document.querySelector(".search-plain").hidden = true;
for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (field) field.value = value;
}
let waiting;
form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 150); });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); search(); });
more.firstElementChild.addEventListener("click", next);
form.elements.q.focus();
search();
