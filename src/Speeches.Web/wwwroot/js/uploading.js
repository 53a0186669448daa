// Sends each file by itself, so that each shows its progress and what came of it; a bad one never stops the others. Without
// script the form sends them all at once and the page comes back with the same lines.
const form = document.getElementById("upload");
const field = form.elements.files;
const list = document.getElementById("uploads");
const status = document.getElementById("status");
let waiting = Promise.resolve();

form.addEventListener("submit", event => {
  event.preventDefault();
  const files = [...field.files];
  field.value = "";
  for (const file of files) enqueue(file);
});

for (const [name, isOver] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
  form.addEventListener(name, event => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("is-over", isOver);
    if (name === "drop") for (const file of event.dataTransfer.files) enqueue(file);
  });
}

// One after the other: the server reads them one by one anyway, and the lines appear in the order sent.
function enqueue(file) {
  const item = document.createElement("li");
  const line = document.createElement("div");
  const name = document.createElement("bdi");
  const said = document.createElement("span");
  const progress = document.createElement("progress");
  line.className = "sending";
  // What turns the direction of what follows must not disguise a name.
  name.textContent = file.name.replace(/\p{C}/gu, "");
  said.textContent = " waits";
  progress.max = 1;
  progress.setAttribute("aria-label", name.textContent);
  const words = document.createElement("p");
  words.append(name, said);
  line.append(words, progress);
  item.append(line);
  list.append(item);
  waiting = waiting.then(() => send(file, item, said, progress));
}

function send(file, item, said, progress) {
  return new Promise(done => {
    const body = new FormData();
    body.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
    body.set("language", form.elements.language.value);
    body.set("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "fetch");
    request.upload.onprogress = event => {
      progress.value = event.loaded / event.total;
      said.textContent = " is sent";
    };
    request.upload.onload = () => {
      progress.removeAttribute("value");
      said.textContent = " is read";
    };
    request.onload = () => done(show(request, item));
    request.onerror = () => done(fail(item, "The library cannot be reached, or the file is too large for it. Nothing of this file was stored."));
    request.send(body);
  });
}

function show(request, item) {
  const type = request.getResponseHeader("Content-Type") ?? "";
  if (request.status === 200 && type.startsWith("text/html") && request.responseURL === form.action) {
    const template = document.createElement("template");
    template.innerHTML = request.responseText;
    const result = template.content.querySelector(".result");
    document.getElementById("drafts").replaceWith(template.content.getElementById("drafts"));
    item.replaceChildren(result);
    status.textContent = result.textContent.trim().replace(/\s+/g, " ");
    return;
  }

  let detail = "You are signed out by now. Nothing of this file was stored; sign in and send it again.";
  if (type.includes("json")) detail = JSON.parse(request.responseText).detail;
  else if (request.responseURL === form.action) detail = "The library could not take this file right now. Nothing of it was stored.";
  fail(item, detail);
}

function fail(item, message) {
  const result = document.createElement("article");
  const name = item.querySelector("bdi");
  const words = document.createElement("p");
  result.className = "result";
  result.dataset.status = "failed";
  words.className = "refused";
  words.append(name, `: ${message}`);
  result.append(words);
  item.replaceChildren(result);
  status.textContent = words.textContent;
}
