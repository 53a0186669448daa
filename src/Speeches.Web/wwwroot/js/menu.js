// The account's menu is a plain disclosure; this only closes it as a menu is expected to close.
const menu = document.querySelector("details.menu");

if (menu) {
  document.addEventListener("click", event => {
    if (!menu.contains(event.target)) menu.open = false;
  });

  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  menu.addEventListener("focusout", event => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
