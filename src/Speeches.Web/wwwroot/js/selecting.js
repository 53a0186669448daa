// Annotating words: select them, with the mouse, a finger or the keyboard, and a button stands beside the selection. It is a link
// like that of the paragraph, with the places of the words in it: one for each paragraph that the selection runs over.
const speech = document.querySelector(".speech");
const link = document.createElement("a");
link.className = "button primary select";
link.rel = "nofollow";
link.lang = "en";
link.dir = "ltr";
link.dataset.compose = "";
const told = document.createElement("p");
told.className = "visually-hidden";
told.setAttribute("role", "status");
document.body.append(told);

const textOf = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".passage > .text");

/** The offset of a point in a text; a line break counts as the line feed it stands for. */
function offsetIn(text, container, offset) {
  const before = new Range();
  before.selectNodeContents(text);
  before.setEnd(container, offset);
  return before.toString().length + before.cloneContents().querySelectorAll("br").length;
}

/** What is selected of each text: `p7:12:40`; nothing where the selection begins or ends in a thread or a form. */
function selected() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return [];
  const range = selection.getRangeAt(0);
  if ([range.startContainer, range.endContainer].some(node => node.parentElement?.closest(".margin, .side, .after, form"))) return [];
  const places = [];
  for (const text of speech.querySelectorAll(".passage > .text")) {
    if (!range.intersectsNode(text)) continue;
    const start = text.contains(range.startContainer) ? offsetIn(text, range.startContainer, range.startOffset) : 0;
    const end = text.contains(range.endContainer) ? offsetIn(text, range.endContainer, range.endOffset) : offsetIn(text, text, text.childNodes.length);
    if (rangeHasWords(range, text)) places.push({ text, place: `${text.id}:${start}:${end}` });
  }
  return places;
}

function rangeHasWords(range, text) {
  const part = range.cloneRange();
  if (!text.contains(part.startContainer)) part.setStart(text, 0);
  if (!text.contains(part.endContainer)) part.setEnd(text, text.childNodes.length);
  return part.toString().trim() !== "";
}

function name(places) {
  const address = new URL(places[0].text.closest(".passage").querySelector(".add").href);
  address.searchParams.delete("block");
  for (const { place } of places) address.searchParams.append("block", place);
  link.href = address;
}

function show() {
  const places = selected();
  if (!places.length) {
    link.remove();
    return;
  }

  name(places);
  link.textContent = places.length === 1 ? "Annotate selection" : `Annotate ${places.length} paragraphs`;

  // Behind the text in the order of the keyboard; under the end of the selection, within the passage.
  const passage = places.at(-1).text.closest(".passage");
  const range = getSelection().getRangeAt(0);
  const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
  const frame = passage.getBoundingClientRect();
  const end = rects.at(-1) ?? frame;
  if (link.parentElement !== passage) places.at(-1).text.after(link);
  link.style.top = `${Math.round(Math.min(end.bottom, frame.bottom) - frame.top + 6)}px`;
  const column = places.at(-1).text.getBoundingClientRect();
  const left = Math.min(Math.max(end.right - link.offsetWidth / 2, column.left), column.right - link.offsetWidth);
  link.style.left = `${Math.round(left - frame.left)}px`;
}

// A press takes the selection away before it becomes a click: until then the button stays.
let isPressed = false;
link.addEventListener("click", () => {
  // The selection may have changed since the browser last told of it.
  const places = selected();
  if (places.length) name(places);
});
link.addEventListener("mousedown", event => event.preventDefault());
link.addEventListener("pointerdown", () => isPressed = true);
for (const end of ["click", "pointercancel"]) addEventListener(end, () => isPressed = false);
document.addEventListener("composer", () => getSelection().removeAllRanges());

let isDragging = false;
speech.addEventListener("pointerdown", event => isDragging = event.pointerType === "mouse" && event.target !== link);
addEventListener("pointerup", () => {
  isDragging = false;
  if (!isPressed) show();
});
document.addEventListener("selectionchange", () => {
  if (!isDragging && !isPressed) show();
});

// By keyboard: the paragraph has the focus, and the arrows move the selection by words and lines, as they look.
let picking = null;
const units = { ArrowRight: "word", ArrowLeft: "word", ArrowDown: "line", ArrowUp: "line" };

speech.addEventListener("select-words", event => {
  picking = event.target;
  picking.tabIndex = -1;
  picking.focus({ preventScroll: true });
  const selection = getSelection();
  if (!selected().some(({ text }) => text === picking)) {
    selection.collapse(picking, 0);
    selection.modify("extend", "forward", "word");
  }
  tell();
});

function tell() {
  told.textContent = `Selected: ${getSelection().toString().trim()}`;
}

speech.addEventListener("keydown", event => {
  if (!picking || event.target !== picking || event.ctrlKey || event.metaKey || event.altKey) return;
  const selection = getSelection();
  const unit = units[event.key];
  if (unit && selection.rangeCount) {
    event.preventDefault();
    const before = selection.getRangeAt(0).cloneRange();
    const isForward = event.key === "ArrowDown"
      || (event.key === "ArrowRight" && getComputedStyle(picking).direction === "ltr")
      || (event.key === "ArrowLeft" && getComputedStyle(picking).direction === "rtl");
    const way = isForward ? "forward" : "backward";
    if (event.shiftKey) {
      selection.modify("extend", way, unit);
    } else {
      if (isForward && unit === "word") selection.collapseToEnd();
      else {
        selection.collapseToStart();
        selection.modify("move", way, unit);
      }
      selection.modify("extend", "forward", "word");
    }
    if (textOf(selection.focusNode) !== picking || selection.isCollapsed) {
      selection.removeAllRanges();
      selection.addRange(before);
    }
    tell();
  } else if (event.key === "Enter" && link.isConnected) {
    event.preventDefault();
    picking = null;
    link.click();
  } else if (event.key === "Escape") {
    picking = null;
    selection.removeAllRanges();
    told.textContent = "";
  }
});
