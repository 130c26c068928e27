// How a page measures up to its bars. What falls short is named by its words, or by its tag where it has none.
() => {
  const named = (element) => (element.textContent.trim() || element.getAttribute("aria-label") || element.tagName).slice(0, 40);
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

  // Every element that holds words of its own.
  const texts = [...document.body.querySelectorAll("*")].filter((element) =>
    seen(element) && !element.closest("script, option, .page-skip:not(:focus)")
    && [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));

  // Colours, as sRGB from 0 to 1 and opacity; the browser itself reads what a style may say.
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
  };
  const over = (above, below) => above.slice(0, 3).map((part, index) => part * above[3] + below[index] * (1 - above[3]));
  const light = (colour) => {
    const [red, green, blue] = colour.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    const above = element ? ground(element.parentElement) : [1, 1, 1];
    return element ? over(rgba(getComputedStyle(element).backgroundColor), above) : above;
  };
  const contrast = (element, style) => {
    const behind = ground(element);
    const [one, other] = [light(over(rgba(style.color), behind)), light(behind)].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };
  const contrasts = texts.flatMap((element) => ["", "::before", "::after", "::marker"]
    .map((part) => [part, getComputedStyle(element, part || null)])
    .filter(([part, style]) => !part || part === "::marker" || !["none", "normal", '""'].includes(style.content))
    .map(([part, style]) => [named(element) + part, Math.round(contrast(element, style) * 100) / 100]));

  // Sizes of type. Numbers of notes and paragraphs are signs, not reading matter.
  const sizes = texts.filter((element) => !element.closest("a.ref, .paragraph-number"))
    .map((element) => [element.closest(".note") ? "note" : element.closest("article .unit > :not(.imprint)") ? "text" : "rest",
      named(element), parseFloat(getComputedStyle(element).fontSize)]);

  // Targets: what is pressed, as wide as its label. A target in a sentence may be as small as its line, and a small one
  // elsewhere if a circle of 24 px around its middle touches no other (WCAG 2.2, 2.5.8).
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((element) => seen(element) && !element.matches(".page-skip"))
    .map((element) => element.closest("label") ?? element);
  const boxes = new Map(targets.map((element) => [element, element.getBoundingClientRect()]));
  const inSentence = (element) => getComputedStyle(element).display === "inline"
    && [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const layer = (element) => element.closest(".page-display[open] > form"); // it lies over the page
  const near = (box, other) => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return Math.hypot(x - Math.max(other.left, Math.min(x, other.right)), y - Math.max(other.top, Math.min(y, other.bottom))) < 12;
  };
  const small = [...boxes].filter(([element, box]) => (box.width < 24 || box.height < 24) && !inSentence(element)
    && [...boxes].some(([other, its]) => other !== element && !element.contains(other) && !other.contains(element)
      && layer(other) === layer(element) && near(box, its)))
    .map(([element, box]) => [named(element), box.width, box.height]);

  return { contrasts, sizes, small, targets: targets.length };
}
