// What others do while one reads: counted quietly, shown when asked for, so that nothing jumps. The connection rests while the page is
// hidden (a browser has few of them for all its tabs) and goes on from the last change it was told of.
const reading = document.getElementById("reading");
const news = document.createElement("div");
const button = document.createElement("button");
news.setAttribute("role", "status");
news.className = "news";
button.type = "button";
button.className = "button primary";
button.hidden = true;
news.append(button);
reading.append(news);

const changes = new Map();
let last = reading.dataset.last;
let mustReload = false;
let source = null;

function open() {
  if (source || document.hidden) return;
  source = new EventSource(`${reading.dataset.events}?after=${last}`);
  source.addEventListener("start", event => last = event.lastEventId);
  source.addEventListener("change", take);
  source.addEventListener("reload", event => {
    last = event.lastEventId;
    mustReload = true;
    count();
  });
  // The browser comes again by itself where the connection was lost; not where it was refused.
  source.addEventListener("error", () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    source = null;
    setTimeout(open, 60_000 + 30_000 * Math.random());
  });
}

function close() {
  source?.close();
  source = null;
}

function take(event) {
  last = event.lastEventId;
  const change = JSON.parse(event.data);
  // One's own, made in this window: it is there already.
  if (change.mine && document.hasFocus()) return;
  const before = changes.get(change.annotation);
  // A thread that is shared with the reader is as new to them as one just written.
  const isNew = before?.isNew || change.kind === "created" || change.kind === "shared" && !document.getElementById(`a-${change.annotation}`);
  changes.set(change.annotation, { ...change, isNew });
  count();
}

function count() {
  for (const [id, change] of changes) if ((change.kind === "created" || change.kind === "shared" && change.isNew) && document.getElementById(`a-${id}`)) changes.delete(id);
  const all = [...changes.values()];
  const fresh = all.filter(change => change.isNew && change.kind !== "deleted").length;
  const others = all.filter(change => !change.isNew).length;
  button.hidden = !mustReload && fresh + others === 0;
  button.textContent = mustReload ? "Much has changed: load again"
    : [fresh && `${fresh} new`, others && `${others} changed`].filter(Boolean).join(", ");
}

button.addEventListener("click", async () => {
  const all = [...changes.values()];
  if (mustReload || all.some(change => !change.block)) {
    location.reload();
    return;
  }

  const address = new URL(`${location.origin}${reading.dataset.events.replace(/events$/, "passages")}`);
  for (const block of new Set(all.map(change => change.block))) address.searchParams.append("block", block);
  const first = all.find(change => change.isNew && change.kind !== "deleted") ?? all[0];
  address.searchParams.set("to", first.annotation);
  const headers = { "X-Requested-With": "fetch", ...reading.dataset.show && { "X-Show": reading.dataset.show } };
  const response = await fetch(address, { headers }).catch(() => null);
  if (!response?.ok || response.redirected) {
    location.reload();
    return;
  }

  for (const { annotation } of all) changes.delete(annotation);
  document.dispatchEvent(new CustomEvent("parts", { detail: { html: await response.text() } }));
  count();
});

if (reading.dataset.events) {
  document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
  document.addEventListener("changed", count);
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}
