// A button that copies what a field holds; where the browser does not let it, the words are selected for the reader to copy.
for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const status = button.closest(".form").querySelector("[role=status]");
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    if (!isCopied) field.focus();
    status.textContent = isCopied ? "Copied." : "Selected: copy it with your keyboard or menu.";
  });
}
