// Pages carry dates, so that everybody can be sent the same one; this makes the recent ones relative. The exact time stays on
// hover, and paper gets the date.
const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const units = [["day", 86400], ["hour", 3600], ["minute", 60]];
const times = () => document.querySelectorAll("time[title]");

function relate() {
  for (const time of times()) {
    const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
    if (!(seconds < 7 * 86400)) continue;
    const [unit, length] = units.find(([, size]) => seconds >= size) ?? [];
    time.dataset.date ??= time.textContent;
    time.textContent = unit ? words.format(-Math.floor(seconds / length), unit) : "just now";
  }
}

addEventListener("beforeprint", () => {
  for (const time of times()) time.textContent = time.dataset.date ?? time.textContent;
});
addEventListener("afterprint", relate);
document.addEventListener("changed", relate);
relate();
