// Pages carry dates, so that everybody can be sent the same one; this makes the recent ones relative. The exact time stays on hover.
const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const units = [["day", 86400], ["hour", 3600], ["minute", 60]];

function relate() {
  for (const time of document.querySelectorAll("time[title]")) {
    const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
    if (!(seconds < 7 * 86400)) continue;
    const [unit, length] = units.find(([, size]) => seconds >= size) ?? [];
    time.textContent = unit ? words.format(-Math.floor(seconds / length), unit) : "just now";
  }
}

document.addEventListener("changed", relate);
relate();
