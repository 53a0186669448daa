// The button, and what only the moment of printing knows: the full address and the date of the copy.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());

const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
document.querySelector("[data-address]").textContent = location.origin + location.pathname;
document.querySelector("[data-printed]").textContent = ` · printed ${date}`;
