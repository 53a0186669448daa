// Places the threads in the margin beside their paragraphs: each as near to its place as it can be without covering another,
// the active one exactly beside its words. On narrow screens the style sheet puts them under their paragraphs, and this rests.
// It also lights the words of the active thread, and thread and words of whatever the pointer is over.
const speech = document.querySelector(".speech");
const wide = matchMedia("(min-width: 72rem)");
const gap = 12;
let active = null;

const textOf = element => element.closest(".passage")?.querySelector(".text");

/** The words from one offset to another; a line break counts as the line feed it stands for. */
function rangeOf(text, start, end) {
  const range = new Range();
  const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let at = 0;
  for (let node; at < end && (node = nodes.nextNode());) {
    const length = node.length ?? (node.localName === "br" ? 1 : 0);
    if (start >= at && start < at + length) node.length ? range.setStart(node, start - at) : range.setStartBefore(node);
    at += length;
    if (length && at >= end) node.length ? range.setEnd(node, node.length - (at - end)) : range.setEndAfter(node);
  }
  return range;
}

const boundsOf = thread => thread.dataset.range?.split(":").map(Number);

/** The words that a thread is on, or that a composer is about: none where that is a whole paragraph. */
function wordsOf(element) {
  if (element.matches(".thread")) {
    const bounds = boundsOf(element);
    return bounds && textOf(element) ? [rangeOf(textOf(element), ...bounds)] : [];
  }

  return [...element.querySelectorAll("[name=block]")].map(place => place.value.split(":")).filter(place => place.length === 3)
    .map(([block, start, end]) => rangeOf(document.getElementById(block), Number(start), Number(end)));
}

function light(name, elements) {
  if (!CSS.highlights) return;
  const ranges = elements.flatMap(wordsOf);
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/** The threads whose words a mark is part of, the one with the fewest words first. */
function threadsOn(mark) {
  const at = Number(mark.dataset.at);
  const size = thread => boundsOf(thread)[1] - boundsOf(thread)[0];
  return [...mark.closest(".passage").querySelectorAll(".thread[data-range]")]
    .filter(thread => boundsOf(thread)[0] <= at && at < boundsOf(thread)[1]).sort((a, b) => size(a) - size(b));
}

/** Where a margin wants to stand, in pixels from the top of its passage. */
function wanted(margin, passage) {
  const own = active && margin.contains(active) ? active : margin.querySelector(".thread");
  const [range] = own ? wordsOf(own) : [];
  const words = range ? (range.getClientRects()[0]?.top ?? 0) - passage.getBoundingClientRect().top : 0;
  const within = own === active && own ? own.getBoundingClientRect().top - margin.getBoundingClientRect().top : 0;
  return words - within;
}

function place() {
  if (!wide.matches) {
    speech.style.minBlockSize = "";
    return;
  }

  const rows = [];
  for (const margin of speech.querySelectorAll(".margin")) {
    const height = margin.offsetHeight;
    if (height === 0) continue;
    const passage = margin.parentElement;
    rows.push({ margin, height, at: passage.offsetTop, top: passage.offsetTop + wanted(margin, passage) });
  }

  const pivot = Math.max(0, rows.findIndex(row => active && row.margin.contains(active)));
  const after = (row, before) => Math.max(row.top, before.top + before.height + gap);
  for (let i = pivot + 1; i < rows.length; i++) rows[i].top = after(rows[i], rows[i - 1]);
  for (let i = pivot - 1; i >= 0; i--) rows[i].top = Math.min(rows[i].top, rows[i + 1].top - gap - rows[i].height);

  // Beside the letterhead there is room too; above it there is none.
  const ceiling = document.querySelector(".letterhead").getBoundingClientRect().top - speech.getBoundingClientRect().top;
  rows.forEach((row, i) => row.top = i === 0 ? Math.max(row.top, ceiling) : after(row, rows[i - 1]));

  for (const row of rows) row.margin.style.setProperty("--shift", `${Math.round(row.top - row.at)}px`);
  const last = rows.at(-1);
  speech.style.minBlockSize = last ? `${Math.ceil(last.top + last.height + gap)}px` : "";
  speech.classList.add("is-placed");
}

function activate(element) {
  if (element === active) return;
  active?.classList.remove("is-active");
  active = element;
  active?.classList.add("is-active");
  light("active", active ? [active] : []);
  place();
}

/** Opens what folds an element away and makes its thread the active one. */
function reveal(element) {
  const thread = element?.closest(".thread");
  if (!thread) return;
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  activate(thread);
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

const named = () => location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;

const owner = element => element.closest(".thread") ?? element.closest(".margin > .composer");

// A press gives the focus before it becomes a click: were the margin to move between the two, the click would miss.
let isPressed = false;
addEventListener("pointerdown", () => isPressed = true, true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => isPressed = false, true);

speech.addEventListener("focusin", event => {
  const own = owner(event.target);
  if (own && !isPressed) activate(own);
});

speech.addEventListener("click", event => {
  const mark = event.target.closest("mark");
  // Who selects words does not press them.
  if (mark && !event.target.closest("a") && getSelection().isCollapsed) {
    const threads = threadsOn(mark);
    reveal(threads[(threads.indexOf(active) + 1) % threads.length]);
  } else if (owner(event.target)) {
    activate(owner(event.target));
  }
});

let lit = [];
speech.addEventListener("pointerover", event => {
  const mark = event.target.closest("mark");
  const link = event.target.closest("a.to");
  const over = link ? [document.getElementById(link.hash.slice(1))]
    : mark ? threadsOn(mark) : [event.target.closest(".thread")].filter(Boolean);
  if (over.length === lit.length && over.every((thread, i) => thread === lit[i])) return;
  lit.forEach(thread => thread.classList.remove("is-lit"));
  lit = over;
  lit.forEach(thread => thread.classList.add("is-lit"));
  light("lit", lit);
});
speech.addEventListener("pointerleave", () => {
  lit.forEach(thread => thread.classList.remove("is-lit"));
  lit = [];
  light("lit", lit);
});

const sizes = new ResizeObserver(() => requestAnimationFrame(place));
const watch = () => {
  sizes.disconnect();
  sizes.observe(document.querySelector(".letterhead"));
  sizes.observe(speech);
  speech.querySelectorAll(".margin").forEach(margin => sizes.observe(margin));
  if (active && !active.isConnected) {
    const again = document.getElementById(active.id);
    active = null;
    activate(again);
  } else if (active) {
    light("active", [active]);
  }
  place();
};

document.addEventListener("changed", watch);
addEventListener("hashchange", () => reveal(named()));
wide.addEventListener("change", place);
watch();
reveal(named());
requestAnimationFrame(() => speech.classList.add("is-moving"));
