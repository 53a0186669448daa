// Puts new parts of the page in the places of the old ones, whoever fetched them ("parts": html, and the form that was posted, if
// one was), tells what there is to tell ("tell"), and lets other modules know ("changed").
const status = document.getElementById("status");

function tell(message, isProblem = false) {
  status.textContent = message;
  clearTimeout(tell.timer);
  if (!isProblem) tell.timer = setTimeout(() => status.textContent = "", 6000);
}

document.addEventListener("tell", event => tell(event.detail.message, event.detail.isProblem));

// Each part takes the place of the element with its id. What else is being written, and what was unfolded, stays.
document.addEventListener("parts", ({ detail: { html, posted } }) => {
  const template = document.createElement("template");
  template.innerHTML = html;
  let target = null;
  for (const part of [...template.content.children]) {
    if (part.id === "status") {
      tell(part.textContent);
      target = part.dataset.target;
      continue;
    }

    const old = document.getElementById(part.id);
    if (!old) continue;
    for (const details of old.querySelectorAll("details[open]")) {
      const same = part.querySelector(details.className ? `details.${details.className}` : "details");
      if (same) same.open = true;
    }

    const written = [...old.querySelectorAll("form.composer")].filter(form => form !== posted);
    const holders = written.map(form => form.closest("[id]:not(form)")?.id);
    old.replaceWith(part);
    written.forEach((form, i) => {
      const holder = document.getElementById(holders[i]);
      if (holder?.matches(".thread, .reply")) holder.append(form);
      else part.querySelector(".margin")?.prepend(form);
    });
  }

  document.dispatchEvent(new CustomEvent("changed"));
  lead(document.getElementById(target) ?? posted?.closest(".passage"));
});

function lead(element) {
  if (!element) return;
  for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}
