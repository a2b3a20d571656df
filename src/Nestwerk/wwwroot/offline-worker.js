// Keeps one page, and what it needs to look and work, for a moment without a connection. It looks at nothing else.
// Registered with the build it belongs to (?v=…) and with that page as its scope.
const page = new URL(self.registration.scope).pathname;
const family = `nestwerk-offline ${page} `;
const name = family + new URL(self.location).searchParams.get("v");
const patience = 4000;
const longest = 12 * 60 * 60 * 1000;
const refusals = [401, 403, 404, 410];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(keepAll(event.data.keep)));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  // A scope is a prefix: the state of the page and its neighbours fall below it too, and are none of our business.
  if (request.mode === "navigate") { if (url.pathname === page) event.respondWith(fresh(request)); }
  else if (["script", "style", "font", "image"].includes(request.destination)) event.respondWith(kept(request));
});

const cached = async (request) => (await caches.open(name)).match(request, { ignoreVary: true });

// A device that never comes online again must not show it for ever.
const keptPage = async () => {
  const old = await cached(page);
  if (!old || Date.now() - Date.parse(old.headers.get("date")) < longest) return old;
  await caches.delete(name);
};

const put = async (address, answer) => {
  if (answer.status === 200 && answer.type === "basic" && !answer.redirected) await (await caches.open(name)).put(address, answer);
};

const fresh = async (request) => {
  const old = await keptPage();
  const asked = fetch(request).then(async (answer) => {
    if (answer.type === "opaqueredirect" || refusals.includes(answer.status)) await caches.delete(name);
    await put(page, answer.clone());
    return answer.status >= 500 && old ? old : answer;
  });
  if (!old) return asked;
  const late = new Promise((enough) => { setTimeout(() => enough(old), patience); });
  return Promise.race([asked.catch(() => old), late]);
};

const kept = async (request) => (await cached(request)) ?? fetch(request);

const keepAll = async (addresses) => {
  await Promise.all(addresses.map(async (address) => {
    if (address !== page && (await cached(address))) return;
    try { await put(address, await fetch(address, { redirect: "manual" })); } catch { /* The next visit tries again. */ }
  }));
  if (await cached(page))
    for (const other of await caches.keys()) if (other.startsWith(family) && other !== name) await caches.delete(other);
};
