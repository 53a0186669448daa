// Changing the parts of a draft without leaving the page. The links and forms work by themselves; this fetches the same form into
// its place and puts the text that comes back in that of the old one, so that what is typed in the header stays.
const status = document.getElementById("status");

const ask = (address, options = {}) => fetch(address, { ...options, headers: { "X-Requested-With": "fetch" } }).catch(() => null);

const isHtml = response => response && !response.redirected && response.headers.get("Content-Type")?.startsWith("text/html");

async function fragment(response) {
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  return template.content.firstElementChild;
}

const linkOf = form => form.closest(".became").querySelector("a[data-change]");

document.addEventListener("click", async event => {
  const link = event.target.closest("a[data-change], form.change a[data-close]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.hasAttribute("data-close")) {
    close(link.closest("form"));
    return;
  }

  const there = link.closest(".became").querySelector("form.change");
  if (there) {
    close(there);
    return;
  }

  const response = await ask(link.href);
  if (!response?.ok || !isHtml(response)) {
    location.href = link.href;
    return;
  }

  const form = await fragment(response);
  link.closest(".became").append(form);
  link.setAttribute("aria-expanded", "true");
  form.querySelector("textarea").focus();
  form.scrollIntoView({ block: "nearest" });
});

function close(form) {
  const link = linkOf(form);
  form.remove();
  link.removeAttribute("aria-expanded");
  link.focus();
}

document.addEventListener("keydown", event => {
  const form = event.target.closest?.("form.change");
  if (!form) return;
  if (event.key === "Escape") {
    event.preventDefault();
    close(form);
  } else if (event.key === "Enter" && event.target.matches("textarea") && !event.shiftKey && !event.isComposing) {
    // The part is split at the caret; with Shift the line break only stands, to split in several places at once.
    event.preventDefault();
    event.target.setRangeText("\n", event.target.selectionStart, event.target.selectionStart, "end");
    form.requestSubmit(form.querySelector("[value=split]"));
  }
});

document.addEventListener("submit", async event => {
  const form = event.target;
  if (!form.matches("form.change")) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  const response = await ask(form.action, { method: "POST", body: new FormData(form, event.submitter) });
  form.removeAttribute("aria-busy");
  if (!isHtml(response)) {
    // Signed out, gone, too much at once: the form sent as a page says so.
    const told = response?.headers.get("Content-Type")?.includes("json") ? (await response.json()).detail : null;
    status.textContent = told ?? "The library cannot be reached. Nothing was changed; try again in a while.";
    complain(form, status.textContent);
    return;
  }

  const fresh = await fragment(response);
  if (!response.ok) {
    form.replaceWith(fresh);
    fresh.querySelector("textarea").focus();
    return;
  }

  document.getElementById("text").replaceWith(fresh);
  document.querySelector("#header [name=revision]").value = fresh.dataset.revision;
  const part = document.getElementById(`part-${fresh.dataset.target}`);
  status.textContent = `Changed: ${part.querySelector(".label").textContent}.`;
  part.querySelector("a[data-change]").focus({ preventScroll: true });
  part.scrollIntoView({ block: "nearest" });
});

function complain(form, words) {
  let notice = form.querySelector(".notice");
  if (!notice) {
    notice = document.createElement("p");
    notice.className = "notice danger";
    form.prepend(notice);
  }

  notice.textContent = words;
}
