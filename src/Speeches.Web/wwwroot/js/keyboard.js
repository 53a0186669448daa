// Single keys while reading. They act only while nothing else has the focus or while it is in the reading region, never in a
// field, and they can be switched off (WCAG 2.1.4); the choice is remembered in this browser.
const reading = document.getElementById("reading");
const dialog = document.getElementById("keys");
const button = document.getElementById("keys-button");
const choice = document.getElementById("keys-on");
const memory = "single keys";

try { choice.checked = localStorage.getItem(memory) !== "off"; } catch { /* storage is forbidden: on, and not remembered */ }
choice.addEventListener("change", () => {
  try { localStorage.setItem(memory, choice.checked ? "on" : "off"); } catch { /* not remembered */ }
});

button.hidden = false;
button.addEventListener("click", help);

// The browser gives the focus back to where it was when the dialog closes.
function help() {
  dialog.showModal();
}

const texts = () => [...reading.querySelectorAll(".passage > .text")];
const threads = () => [...reading.querySelectorAll(".thread")];
const isHidden = element => element.closest("details:not([open])") && !element.checkVisibility();

/** The passage the reader is at: by focus, by the active thread, by the address, else the first one in sight. */
function here() {
  return document.activeElement?.closest(".passage")
    ?? reading.querySelector(".passage:has(.is-active)")
    ?? reading.querySelector(".passage:has(:target)")
    ?? texts().find(text => text.getBoundingClientRect().bottom > 40)?.parentElement;
}

function go(element, block) {
  if (!element) return;
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block });
}

function paragraph(step) {
  const all = texts();
  const at = document.activeElement?.closest(".passage");
  const first = here();
  const index = at ? all.indexOf(at.querySelector(".text")) + step : all.indexOf(first?.querySelector(".text"));
  go(all[Math.max(0, Math.min(all.length - 1, index))], "nearest");
}

function annotation(step) {
  const all = threads();
  const at = all.indexOf(document.activeElement?.closest(".thread") ?? reading.querySelector(".thread.is-active"));
  if (at >= 0) {
    go(all[Math.max(0, Math.min(all.length - 1, at + step))], "nearest");
    return;
  }

  // From a paragraph: its own first thread, else the next one before or after it.
  const passage = here();
  const after = thread => passage.compareDocumentPosition(thread) & Node.DOCUMENT_POSITION_FOLLOWING;
  go(step > 0 ? all.find(after) : all.findLast(thread => !after(thread)), "nearest");
}

function reply() {
  const thread = document.activeElement?.closest(".thread")
    ?? reading.querySelector(".thread.is-active") ?? here()?.querySelector(".thread");
  if (thread && isHidden(thread)) go(thread, "nearest");
  thread?.querySelector("a[data-compose][href$='/replies']")?.click();
}

const actions = {
  j: () => paragraph(1),
  k: () => paragraph(-1),
  n: () => annotation(1),
  p: () => annotation(-1),
  c: () => (reading.querySelector(".select:not([hidden])") ?? here()?.querySelector(".add"))?.click(),
  s: () => here()?.querySelector(".text").dispatchEvent(new CustomEvent("select-words", { bubbles: true })),
  r: reply,
  "/": () => document.getElementById("search")?.focus(),
  "?": help,
};

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target;
  const isReading = target === document.body || target.id === "main" || reading.contains(target);
  if (!isReading || dialog.open || target.closest("input, textarea, select, [contenteditable]")) return;

  const action = actions[event.key];
  if (!action || !choice.checked) return;
  event.preventDefault();
  action();
});
