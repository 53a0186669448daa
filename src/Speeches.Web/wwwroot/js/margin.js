// Places the threads in the margin beside their paragraphs: each as near to its place as it can be without covering another,
// the active one exactly beside its words. On narrow screens the style sheet puts them under their paragraphs, and this rests.
const speech = document.querySelector(".speech");
const wide = matchMedia("(min-width: 72rem)");
const gap = 12;
let active = null;

/** Where a margin wants to stand, in pixels from the top of its passage. */
function wanted(margin, passage) {
  const own = active && margin.contains(active) ? active : margin.querySelector(".thread");
  const mark = own && passage.querySelector(`mark[data-thread="${own.id}"]`);
  const words = mark ? mark.getClientRects()[0].top - passage.getBoundingClientRect().top : 0;
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
  const marks = thread => document.querySelectorAll(`mark[data-thread="${thread?.id}"]`);
  active?.classList.remove("is-active");
  marks(active).forEach(mark => mark.classList.remove("is-active"));
  active = element;
  active?.classList.add("is-active");
  marks(active).forEach(mark => mark.classList.add("is-active"));
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
  const mark = event.target.closest("mark[data-thread]");
  if (mark && !event.target.closest("a")) reveal(document.getElementById(mark.dataset.thread));
  else if (owner(event.target)) activate(owner(event.target));
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
  }
  place();
};

document.addEventListener("changed", watch);
addEventListener("hashchange", () => reveal(named()));
wide.addEventListener("change", place);
watch();
reveal(named());
requestAnimationFrame(() => speech.classList.add("is-moving"));
