// A page that works without a connection: what is pressed is kept on the device under an id of its own and sent, in order, when it can.
const EVERY = 10000;
const MOST = 50;

const wanted = (request) => new Promise((yes, no) => {
  request.onsuccess = () => yes(request.result);
  request.onerror = () => no(request.error);
});

// Without storage (a private window, a shared device) it still works, until the page is closed.
const openStore = async (shared) => {
  if (shared) return async () => undefined;
  try {
    const asked = indexedDB.open("nestwerk-offline", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("waiting", { keyPath: ["page", "id"] });
      asked.result.createObjectStore("kept");
    };
    const database = await wanted(asked);
    return (name, work) => wanted(work(database.transaction(name, "readwrite").objectStore(name)));
  } catch {
    return async () => undefined;
  }
};

const startWorker = async (page, version) => {
  if (!navigator.serviceWorker) return;
  const { active, waiting, installing } = await navigator.serviceWorker.register(`/offline-worker.js?v=${version}`, { scope: page });
  const worker = installing ?? waiting ?? active;
  const files = performance.getEntriesByType("resource").map(({ name }) => new URL(name)).filter(({ origin, pathname }) =>
    origin === location.origin && /\.(js|css|woff2|svg)$/.test(pathname));
  const tell = () => worker.postMessage({ keep: [page, ...new Set(files.map(({ pathname }) => pathname))] });
  if (worker.state === "activated") tell();
  else worker.addEventListener("statechange", () => worker.state === "activated" && tell());
};

/**
 * @param line The element of <offline-page>.
 * @param hears Told each answer of the server; and null when what the page is about is gone.
 */
export const keepPage = async (line, hears) => {
  const { offline: page, read, send, version, waiting, signedOut } = line.dataset;
  const [status, newer] = line.children;
  const store = await openStore(line.dataset.shared);
  const mine = (await store("waiting", (all) => all.getAll())) ?? [];
  let items = mine.filter((row) => row.page === page).sort((a, b) => a.place - b.place);
  let token = document.querySelector("[name=__RequestVerificationToken]")?.value;
  let refused = false;
  let turn = Promise.resolve();

  const say = () => {
    const text = items.length ? (refused ? signedOut : waiting).replace("{0}", items.length) : "";
    if (status.textContent !== text) status.textContent = text;
  };

  const ask = async (address, options) => {
    const answer = await fetch(address, { redirect: "manual", cache: "no-store", ...options });
    refused = answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
    if (answer.status === 404 || answer.status === 410) hears(null);
    if (!answer.ok) return null;
    const said = await answer.json();
    token = said.token ?? token;
    if (said.version !== version) newer.hidden = false;
    return said;
  };

  const forget = async (ids) => {
    items = items.filter(({ id }) => !ids.has(id));
    for (const id of ids) await store("waiting", (all) => all.delete([page, id]));
  };

  const sendSome = async () => {
    const some = items.slice(0, MOST);
    const headers = { "Content-Type": "application/json", RequestVerificationToken: token ?? "" };
    const said = await ask(send, { method: "POST", headers, body: JSON.stringify(some.map(({ item }) => item)) });
    if (!said) return null;
    hears(said); // before they are forgotten here, so that they are always known somewhere
    await forget(new Set(some.map(({ id }) => id)));
    return said;
  };

  const sync = async () => {
    try {
      const sends = items.length > 0;
      while (items.length) {
        // A token may have grown old while the phone lay in a drawer: one new one, one more try.
        const said = (await sendSome()) ?? ((await ask(read)) && (await sendSome()));
        if (!said) return;
      }
      const said = sends ? null : await ask(read);
      if (said) hears(said);
    } catch { /* No connection: what waits, waits. */ }
    finally { say(); }
  };
  const flush = () => { turn = turn.then(sync); return turn; };

  const whenSeen = () => { if (document.visibilityState === "visible") flush(); };
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", whenSeen);
  setInterval(whenSeen, EVERY);
  if (!line.dataset.shared) startWorker(page, version).catch(() => {});

  return {
    get items() { return items.map(({ item }) => item); },
    kept: await store("kept", (all) => all.get(page)),
    keep: (value) => store("kept", (all) => all.put(value, page)).catch(() => {}),
    renew: () => { newer.hidden = false; },
    flush,
    drop: () => forget(new Set(items.map(({ id }) => id))).catch(() => {}),
    add: async (item) => {
      const row = { page, id: item.id, item, place: (items.at(-1)?.place ?? Date.now()) + 1 };
      items.push(row);
      if (!navigator.onLine) say();
      await store("waiting", (all) => all.put(row)).catch(() => {});
      return flush();
    },
    /** Asks for nothing but to be known on this device. */
    greet: () => ask(send, { method: "POST", headers: { "Content-Type": "application/json", RequestVerificationToken: token ?? "" }, body: "[]" }).catch(() => {}),
  };
};
