// Where a meeting stands at a moment. The same fold as RunClock.cs, so that a phone without a connection counts on;
// a test folds the same presses on both sides and compares.
const MINUTE = 60000;
const LONGEST = 720 * MINUTE;
const MOST = 120;
const SHORTEST = 5;
const inMinutes = (ms) => Math.floor((ms + 30000) / MINUTE);
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

const inOrder = (presses, start) => {
  const all = presses.map((press) => ({ ...press, at: Math.max(press.at, start) }));
  all.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const seen = new Set();
  return all.filter(({ id }) => !seen.has(id) && seen.add(id));
};

class Folding {
  current = 0;
  paused = 0;
  pausedAt = null;
  ended = null;

  constructor(blocks, start) {
    this.blocks = blocks;
    this.start = start;
    this.lengths = blocks.map((block) => block.minutes * MINUTE);
    this.left = blocks.map(() => false);
    this.begun = blocks.map(() => 0);
    this.done = blocks.map(() => 0);
    this.begun[0] = start;
  }

  take({ kind, block, minutes, at }) {
    const place = this.blocks.findIndex(({ id }) => id === block);
    if (kind === "Resume") this.resume(at);
    else if (this.ended !== null) return;
    else if (kind === "Next" && place === this.current) this.goOn(at);
    else if (kind === "Stretch" && place >= this.current && !this.left[place])
      this.lengths[place] = clamp(this.lengths[place] + clamp(minutes, -MOST, MOST) * MINUTE, MINUTE, 600 * MINUTE);
    else if (kind === "Skip" && place > this.current) this.left[place] = true;
    else if (kind === "Unskip" && place > this.current) this.left[place] = false;
    else if (kind === "Pause" && place === this.current) this.pausedAt ??= at;
    else if (kind === "End") this.end(at);
  }

  goOn(at) {
    let next = this.current + 1;
    while (next < this.blocks.length && this.left[next]) next++;
    if (next === this.blocks.length) { this.end(at); return; }
    this.done[this.current] = at;
    this.current = next;
    this.paused = 0;
    this.pausedAt = null;
    this.begun[next] = at;
  }

  end(at) {
    this.ended = at;
    this.pausedAt ??= at;
  }

  resume(at) {
    if (this.pausedAt !== null) this.paused += at - this.pausedAt;
    this.pausedAt = null;
    this.ended = null;
  }

  endOfCurrent(now) {
    const waiting = this.pausedAt === null ? 0 : Math.max(0, now - this.pausedAt);
    return this.begun[this.current] + this.lengths[this.current] + this.paused + waiting;
  }

  phaseOf(place) {
    if (this.left[place]) return "LeftOut";
    if (place < this.current || (place === this.current && this.ended !== null)) return "Done";
    if (place === this.current) return "Now";
    return this.ended === null ? "Coming" : "NotReached";
  }

  lay(now) {
    let free = 0;
    return this.blocks.map((block, i) => {
      const phase = this.phaseOf(i);
      const planned = this.start + block.offset * MINUTE;
      const begin = phase === "Done" || phase === "Now" ? this.begun[i] : phase === "Coming" && block.waits ? Math.max(free, planned) : free;
      const end =
        phase === "Done" ? (i === this.current ? this.ended : this.done[i])
        : phase === "Now" ? this.endOfCurrent(now)
        : phase === "Coming" ? begin + this.lengths[i]
        : begin;
      free = phase === "Now" ? Math.max(end, now) : end;
      const length = this.lengths[i];
      return { id: block.id, block, phase, begin, end, length, minutes: inMinutes(length), plannedEnd: planned + block.minutes * MINUTE };
    });
  }

  see(now) {
    if (this.ended === null && now - this.start >= LONGEST) this.end(Math.min(this.endOfCurrent(this.pausedAt ?? this.start), now));
    const blocks = this.lay(now);
    const { ended, start } = this;
    const plannedEnd = start + Math.max(...this.blocks.map((block) => block.offset + block.minutes)) * MINUTE;
    const ahead = blocks.filter(({ phase }) => phase === "Now" || phase === "Coming").map(({ end }) => end);
    const expectedEnd = ended ?? Math.max(now, ...ahead);
    const doing = ended === null ? blocks[this.current] : null;
    const state = { now, start, blocks, doing, paused: this.pausedAt !== null && ended === null, ended, plannedEnd, expectedEnd };
    state.behind = inMinutes(expectedEnd - plannedEnd);
    state.proposals = propose(state);
    return state;
  }
}

const coming = (state) => state.blocks.filter(({ phase }) => phase === "Coming");

const endsOnTime = (state, shorter, by) => {
  let free = Math.max(state.doing.end, state.now);
  for (const { id, block, length } of coming(state)) {
    const won = id === shorter ? by : 0;
    if (won > 0 && won === length) continue;
    const begin = block.waits ? Math.max(free, state.start + block.offset * MINUTE) : free;
    free = begin + length - won;
  }
  return inMinutes(free - state.plannedEnd) <= 0;
};

const shorten = (state) => {
  const { behind } = state;
  const order = ["Break", "Closing"];
  const all = coming(state)
    .filter(({ block, minutes }) => order.includes(block.kind) && minutes - behind >= SHORTEST)
    .sort((a, b) => order.indexOf(a.block.kind) - order.indexOf(b.block.kind) || b.length - a.length);
  const found = all.find(({ id }) => endsOnTime(state, id, behind * MINUTE));
  return found && { kind: "Shorten", block: found.id, minutes: found.minutes - behind, change: -behind, onTime: true };
};

const leaveOut = (state) => {
  const all = coming(state).filter(({ block }) => block.kind === "Recipe" || block.kind === "Own");
  const enough = all.filter(({ id, length }) => endsOnTime(state, id, length));
  const best = enough.length
    ? enough.reduce((a, b) => (b.length < a.length ? b : a))
    : all.reduce((a, b) => (!a || b.length > a.length ? b : a), null);
  return best && { kind: "LeaveOut", block: best.id, minutes: best.minutes, change: 0, onTime: enough.length > 0 };
};

const propose = (state) => (state.ended !== null || state.behind < 1 ? [] : [shorten(state), leaveOut(state)].filter(Boolean));

/** @param blocks id, kind, minutes, offset, waits. @param presses id, kind, block, minutes, at. Moments in milliseconds since 1970. */
export const runAt = (blocks, start, presses, now) => {
  const folding = new Folding(blocks, start);
  let last = Math.max(now, start);
  for (const press of inOrder(presses, start)) {
    folding.take(press);
    last = Math.max(last, press.at);
  }
  return folding.see(last);
};
