// Annotating without leaving the page. Every form and link here also works by itself; this fetches the same forms, posts them,
// and puts the changed parts of the page in their places. Other modules hear of it by events:
// "composer" (a form was put in), "posted" (its words are stored) and "changed" (its place is another); parts.js by "parts" and "tell".
const reading = document.getElementById("reading");
const openers = new WeakMap();
const fields = "textarea, select, input:checked, .button";

const ask = (address, options = {}) => fetch(address, {
  ...options,
  headers: {
    "X-Requested-With": "fetch",
    ...reading.dataset.show && { "X-Show": reading.dataset.show },
    ...reading.dataset.version && { "X-Version": reading.dataset.version },
  },
});

const parts = html => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
};

const isHtml = response => response.headers.get("Content-Type")?.startsWith("text/html");
const changed = () => document.dispatchEvent(new CustomEvent("changed"));
const tell = message => document.dispatchEvent(new CustomEvent("tell", { detail: { message, isProblem: true } }));

document.addEventListener("click", event => {
  const link = event.target.closest("a[data-compose], form.composer a[data-cancel]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.hasAttribute("data-compose")) open(link);
  else close(link.closest("form"));
});

async function open(link) {
  const response = await ask(link.href).catch(() => null);
  // Signed out, not allowed, gone, no connection: the page behind the link says so better.
  if (!response?.ok || response.redirected || !isHtml(response)) {
    location.href = link.href;
    return;
  }

  const [form] = parts(await response.text());
  const there = document.getElementById(form.id);
  if (there) {
    focusIn(there);
    return;
  }

  if (link.matches(".add, .select")) link.parentElement.querySelector(".margin").prepend(form);
  else if (link.pathname.endsWith("/replies")) link.closest(".thread").append(form);
  else link.closest(".acts").after(form);
  openers.set(form, link);
  form.dispatchEvent(new CustomEvent("composer", { bubbles: true }));
  changed();
  focusIn(form);
}

function focusIn(form) {
  const field = form.querySelector(fields);
  field.focus({ preventScroll: true });
  if (field.matches("textarea")) field.setSelectionRange(field.value.length, field.value.length);
  form.scrollIntoView({ block: "nearest" });
}

function close(form) {
  const opener = openers.get(form);
  // Its passage may have been rendered anew since; the same link is then another element.
  const back = opener?.isConnected ? opener
    : document.querySelector(`a[data-compose][href="${opener?.getAttribute("href")}"]`) ?? form.closest(".passage")?.querySelector(".add");
  form.remove();
  changed();
  back?.focus({ preventScroll: true });
}

document.addEventListener("keydown", event => {
  const form = event.target.closest?.("form.composer");
  if (!form) return;
  if (event.key === "Escape") {
    event.preventDefault();
    close(form);
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});

document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("[data-quiet]")) return;
  event.preventDefault();
  if (event.submitter?.name === "preview") preview(form);
  else if (form.method === "get") next(form);
  else post(form, event.submitter);
});

async function preview(form) {
  const body = new FormData();
  body.set("body", form.elements.body.value);
  body.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
  const response = await ask("/annotations/preview", { method: "POST", body }).catch(() => null);
  if (!response?.ok || !isHtml(response)) {
    await refuse(form, response);
    return;
  }

  const shown = form.querySelector(".preview");
  shown.innerHTML = await response.text();
  shown.hidden = false;
  changed();
}

// A form that only asks is answered by the form that comes next.
async function next(form) {
  await refuse(form, await ask(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`).catch(() => null));
}

async function post(form, button) {
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
  const response = await ask(address, { method: "POST", body: new FormData(form, button) }).catch(() => null);
  form.removeAttribute("aria-busy");

  if (response?.ok && !response.redirected && isHtml(response)) {
    form.dispatchEvent(new CustomEvent("posted", { bubbles: true }));
    document.dispatchEvent(new CustomEvent("parts", { detail: { html: await response.text(), posted: form } }));
  } else {
    await refuse(form, response);
  }
}

// Not stored: the words stay in the form, with what happened and what to do; or another form is next.
async function refuse(form, response) {
  if (response && isHtml(response)) {
    const [again] = parts(await response.text());
    if (form.matches(".composer") && again?.matches(".composer")) {
      openers.set(again, openers.get(form));
      form.replaceWith(again);
      changed();
      again.querySelector(fields).focus({ preventScroll: true });
      again.scrollIntoView({ block: "nearest" });
      return;
    }

    const problem = again?.querySelector(".problem")?.textContent.trim();
    if (problem) {
      tell(problem);
      return;
    }
  }

  const told = response?.headers.get("Content-Type")?.includes("json") ? await response.json().catch(() => null) : null;
  const message = told?.detail
    ?? (response ? "The library could not take this right now. Nothing was stored; try again in a while."
      : "The library cannot be reached. Nothing was stored; check the connection and try again.");
  const problem = form.querySelector(".problem");
  if (!problem) {
    tell(message);
    return;
  }

  problem.textContent = `${message} Your words are kept here.`;
  problem.hidden = false;
  changed();
}
