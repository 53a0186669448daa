// Keeps what is being written in the browser until it is stored. A draft remembers the words it started from: over words that
// have changed since, it is not put back.
const key = form => `draft ${form.dataset.draft}`;

const store = {
  get: name => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
  set: (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* full or forbidden: no draft */ } },
  remove: name => { try { localStorage.removeItem(name); } catch { /* forbidden */ } },
};

const draftOf = target => target.closest?.("form[data-draft]");

document.addEventListener("input", event => {
  const form = draftOf(event.target);
  if (!form || event.target.name !== "body") return;
  const { value, defaultValue } = event.target;
  if (value.trim() === "" || value === defaultValue) store.remove(key(form));
  else store.set(key(form), { from: defaultValue, words: value });
});

function restore(form) {
  const field = form.elements.body;
  const draft = store.get(key(form));
  if (!draft || draft.from !== field.defaultValue || draft.words === field.value) return;
  field.value = draft.words;

  const note = document.createElement("p");
  note.className = "hint restored";
  note.append("What you had not yet posted is back. ");
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "button plain";
  discard.textContent = "Discard it";
  discard.addEventListener("click", () => {
    field.value = field.defaultValue;
    store.remove(key(form));
    note.remove();
    field.focus();
  });
  note.append(discard);
  field.after(note);
}

document.addEventListener("composer", event => draftOf(event.target) && restore(event.target));
document.addEventListener("posted", event => draftOf(event.target) && store.remove(key(event.target)));
document.querySelectorAll("form[data-draft]").forEach(restore);

// A form sent as a page cannot say that it arrived: landing on an annotation does.
document.addEventListener("submit", event => {
  const form = draftOf(event.target);
  if (form && !event.defaultPrevented) store.set("draft sent", key(form));
});

if (location.hash.startsWith("#a-")) {
  store.remove(store.get("draft sent"));
  store.remove("draft sent");
}
