// Reads a calendar with ical.js, the parser of Thunderbird and Nextcloud, and prints its events.
const fs = require("fs");
const loaded = require(require.resolve("ical.js", { paths: [process.argv[2]] }));
const ICAL = loaded.default || loaded;

const text = new TextDecoder("utf-8", { fatal: true }).decode(fs.readFileSync(process.argv[3]));
const calendar = new ICAL.Component(ICAL.parse(text));
const shown = (value) => value.replace(/\\/g, "\\\\").replace(/\n/g, "\\n").replace(/\|/g, "\\p");
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  for (const name of ["uid", "dtstamp", "dtstart", "dtend", "summary", "sequence", "status"])
    if (component.getAllProperties(name).length !== 1) throw new Error(`${name} is not there once`);
  if (!event.startDate.isDate || !event.endDate.isDate) throw new Error("not an all-day event");
  for (const alarm of component.getAllSubcomponents("valarm"))
    if (!alarm.getFirstPropertyValue("trigger").isNegative) throw new Error("an alarm after the start");
  const cancelled = component.getFirstPropertyValue("status") === "CANCELLED" ? "-" : "";
  console.log(cancelled + [event.uid, event.startDate.toICALString(), event.endDate.toICALString(), shown(event.summary), component.getAllSubcomponents("valarm").length ? "!" : ""].join("|"));
}
