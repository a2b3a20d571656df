// The composer with keys and drag. Every key presses a button that is on the page; every drag posts the same verb a button posts.
(() => {
  "use strict";
  const plan = () => document.getElementById("plan");
  const blocks = () => [...document.querySelectorAll("#blocks > [data-block]")];
  let current = null;

  const setCurrent = (block, focus) => {
    blocks().forEach((each) => { each.tabIndex = -1; });
    if (!block) return;
    block.tabIndex = 0;
    current = block.dataset.block;
    if (focus) block.focus();
  };

  const press = (block, key) => {
    const button = block.querySelector(`[data-key="${key}"]`);
    if (button && !button.disabled) button.click();
  };

  const keyOf = (event) => {
    if (event.altKey && event.key === "ArrowUp") return "up";
    if (event.altKey && event.key === "ArrowDown") return "down";
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    return { "+": "+", "=": "+", "-": "-", l: "l", L: "l", Delete: "delete", Enter: "enter" }[event.key] ?? null;
  };

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      document.querySelector('[data-key="undo"]')?.click();
      return;
    }
    if (event.key === "a" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      document.querySelector('#verbs [data-key="a"]')?.click();
      return;
    }
    const block = event.target.closest("[data-block]");
    if (!block) return;
    const onBlock = event.target === block;
    if (onBlock && !event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const all = blocks();
      setCurrent(all[all.indexOf(block) + (event.key === "ArrowUp" ? -1 : 1)] ?? block, true);
      return;
    }
    const key = keyOf(event);
    if (!key || (key === "enter" && !onBlock)) return;
    event.preventDefault();
    press(block, key);
  });

  document.addEventListener("focusin", (event) => {
    const block = event.target.closest("[data-block]");
    if (block) setCurrent(block, false);
  });

  // One step at a time: what is pressed while an answer is under way waits, and is done on the list that comes back.
  const waiting = [];
  let busy = false;
  const next = () => {
    busy = false;
    while (!busy && waiting.length) waiting.shift()();
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#verbs button");
    if (!busy || !button) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.push(() => document.querySelector(`#verbs [name="${button.name}"][value="${button.value}"]`)?.click());
  }, true);

  const move = (block, place) => {
    window.htmx.ajax("POST", document.getElementById("verbs").action, {
      source: "#verbs", target: "#plan", swap: "outerHTML", values: { verb: `move:${block}:${place}` },
    });
  };
  const drag = () => {
    const list = document.getElementById("blocks");
    if (!list || !window.Sortable || list.dataset.sortable) return;
    list.dataset.sortable = "1";
    window.Sortable.create(list, {
      draggable: "[data-block]", filter: "button, a, input", preventOnFilter: false, ghostClass: "drop", chosenClass: "dragging",
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120, delay: 150, delayOnTouchOnly: true,
      onEnd: ({ item }) => {
        const to = blocks().indexOf(item);
        if (busy) waiting.push(() => move(item.dataset.block, to));
        else move(item.dataset.block, to);
      },
    });
  };

  // Where the focus was when the request left: on which place, on which button. The answer replaces the list; the focus comes back.
  let place = 0;
  let held = null;
  const heldIn = (part) => held && part?.querySelector(`[data-key="${held}"]:not(:disabled)`);
  document.addEventListener("htmx:beforeRequest", () => {
    busy = true;
    const at = document.activeElement?.closest?.("[data-block]");
    place = at ? blocks().indexOf(at) : place;
    held = document.activeElement === at ? null : document.activeElement?.dataset?.key;
  });
  document.addEventListener("htmx:afterSwap", () => {
    const all = blocks();
    const block = all.find((each) => each.matches(".on")) ?? all.find((each) => each.dataset.block === current) ?? all[Math.min(place, all.length - 1)];
    setCurrent(block, false);
    if (document.activeElement !== document.body) return;
    const verbs = document.querySelector("#verbs > .line");
    (heldIn(block) || heldIn(verbs) || block || verbs?.querySelector("[data-key=a]"))?.focus();
  });
  document.addEventListener("htmx:afterSettle", () => { drag(); next(); });
  document.addEventListener("htmx:responseError", () => { location.reload(); });
  document.addEventListener("htmx:sendError", () => {
    waiting.length = 0;
    busy = false;
    document.getElementById("offline").hidden = false;
  });

  setCurrent(blocks().find((each) => `#${each.id}` === location.hash) ?? blocks()[0], false);
  drag();
})();
