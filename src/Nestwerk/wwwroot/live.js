// The live run: counts on the phone what the server counts, so that it goes on without a connection and two phones show the same clock.
import { keepPage } from "./offline.js";
import { runAt } from "./run-clock.js";

const main = document.querySelector("[data-run]");
const page = JSON.parse(main.dataset.run);
const find = (selector, within = main) => within.querySelector(selector);
const all = (selector) => [...main.querySelectorAll(selector)];
const show = (element, shown) => { if (element && element.hidden === shown) element.hidden = !shown; };
const write = (element, text) => { if (element && element.textContent !== text) element.textContent = text; };
const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);
const fill = (element, ...values) => element && write(element, filled(element.dataset.text, ...values));
const titles = new Map(page.blocks.map(({ id, title }) => [id, title]));
const wall = new Intl.DateTimeFormat("en-GB", { timeZone: page.zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const time = (moment) => wall.format(moment).replace(/^0/, "");
const minutes = (ms) => Math.floor((ms + 30000) / 60000);

let { steps } = page;
let ahead = page.now - Date.now(); // how much the server's clock is ahead of this phone's
let offline = null;
let spoken = null;
let nextAt = 0;
const now = () => Date.now() + ahead;

const clock = (left) => {
  const seconds = Math.floor(Math.abs(left) / 1000);
  return [Math.floor(seconds / 60), String(seconds % 60).padStart(2, "0")];
};

const showNow = (state) => {
  const { doing } = state;
  const left = doing.end - state.now;
  const [m, s] = clock(left);
  const big = find("[data-clock]");
  write(find("[data-title]"), titles.get(doing.id));
  write(big, `${left < 0 ? "+" : ""}${m}:${s}`);
  big.ariaLabel = filled(left < 0 ? big.dataset.over : big.dataset.left, m, s);
  fill(find("[data-until]"), time(doing.end), time(doing.plannedEnd));
  for (const each of all("[data-for]")) show(each, each.dataset.for === doing.id);
  for (const each of all("[data-pace]")) {
    const shown = each.dataset.pace === (state.behind > 0 ? "behind" : state.behind < 0 ? "ahead" : "fine");
    show(each, shown);
    if (shown && state.behind) fill(find("[data-text]", each), Math.abs(state.behind));
  }
  const following = state.blocks.find(({ phase }) => phase === "Coming");
  const next = find("[data-next]");
  if (next) write(next, following ? filled(next.dataset.text, titles.get(following.id)) : next.dataset.last);
  show(find("[data-hook=pause]"), !state.paused);
  show(find("[data-hook=resume]"), state.paused);
  for (const each of all("[data-press] [data-current]")) each.value = doing.id;
  if (spoken !== doing.id) { if (spoken) fill(find("[data-said]"), titles.get(doing.id), time(doing.end)); spoken = doing.id; }
};

const showStrip = ({ blocks, doing, now: moment }) => {
  for (const { id, phase } of blocks) find(`[data-box="${id}"]`)?.setAttribute("opacity", phase === "Now" || phase === "Coming" ? 1 : 0.35);
  const box = find(`[data-box="${doing.id}"]`);
  if (!box) return;
  const share = Math.min(1, Math.max(0, (moment - doing.begin) / (doing.end - doing.begin)));
  const x = Number(box.getAttribute("x")) + share * Number(box.getAttribute("width"));
  find("[data-mark]").setAttribute("d", `M${x.toFixed(1)} 1v26`);
};

const showLater = (state) => {
  for (const { id, phase, begin, minutes: length } of state.blocks) {
    const row = find(`[data-coming="${id}"]`);
    if (!row) continue;
    const past = phase === "LeftOut" && state.blocks.findIndex((each) => each.id === id) < state.blocks.indexOf(state.doing);
    show(row, phase === "Coming" || (phase === "LeftOut" && !past));
    write(find("[data-at]", row), phase === "LeftOut" ? "" : time(begin));
    fill(find("[data-length]", row), length);
    for (const each of row.querySelectorAll("[data-when]")) show(each, each.dataset.when === phase);
  }
  write(find("[data-end]"), time(state.expectedEnd));
  fill(find("[data-planned]"), time(state.plannedEnd));
  all("[data-proposal]").forEach((slot, place) => showProposal(slot, state.proposals[place]));
};

const showProposal = (slot, proposal) => {
  show(slot, !!proposal);
  if (!proposal) return;
  const { kind, block, minutes: count, change, onTime } = proposal;
  const { shorten, leaveOut, win } = slot.dataset;
  write(find("p", slot), filled(kind === "Shorten" ? shorten : onTime ? leaveOut : win, titles.get(block), count));
  if (!find("form", slot)) return;
  find("[name=kind]", slot).value = kind === "Shorten" ? "Stretch" : "Skip";
  find("[name=block]", slot).value = block;
  find("[name=minutes]", slot).value = change;
};

const showOver = (state) => {
  const { start, ended, plannedEnd, blocks } = state;
  fill(find("[data-over-said]"), time(start), time(ended), minutes(ended - start), minutes(plannedEnd - start));
  for (const { id, phase, begin, end } of blocks) {
    const row = find(`[data-took="${id}"]`);
    show(row, phase === "Done");
    if (phase === "Done") fill(find("[data-text]", row), minutes(end - begin));
  }
};

const render = () => {
  const state = runAt(page.blocks, page.started, [...steps, ...(offline?.items ?? [])], now());
  write(find("[data-time]"), time(state.now));
  show(find("[data-live]"), !!state.doing);
  show(find("[data-over-part]"), !state.doing);
  if (state.doing) { showNow(state); showStrip(state); showLater(state); }
  else showOver(state);
};

const hears = (said) => {
  if (!said || said.started !== page.started) {
    offline?.drop().then(() => location.reload());
    return;
  }
  steps = said.steps;
  ahead = said.now - Date.now();
  if (said.revision !== page.revision) offline.renew();
  offline.keep({ started: said.started, steps, now: said.now, ahead });
  render();
};

// Nobody waits for storage: what is pressed at once is posted as a form.
const begin = async () => {
  offline = await keepPage(document.querySelector("[data-offline]"), hears);
  const { kept } = offline;
  if (kept?.started === page.started && kept.now > page.now) ({ steps } = kept);
  // A page from the cache carries an old moment; the difference of the clocks was kept when there was a connection.
  if (kept) ({ ahead } = kept);
  if (page.mayChange && !page.pass && navigator.onLine) await offline.greet();
  offline.flush();
  render();
};

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-press]");
  if (!form || !offline || !crypto.randomUUID) return;
  event.preventDefault();
  const { kind, block, minutes: count } = Object.fromEntries(new FormData(form));
  if (kind === "Next" && Date.now() - nextAt < 700) return; // a finger that shakes
  if (kind === "Next") nextAt = Date.now();
  offline.add({ id: crypto.randomUUID(), kind, block: block || null, minutes: Number(count), at: Math.round(now()) });
  render();
});

const stayAwake = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => {});
document.addEventListener("visibilitychange", stayAwake);
document.addEventListener("visibilitychange", render);
stayAwake();
render();
setInterval(render, 1000);
begin();
