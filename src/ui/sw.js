// Keeps the site's own files, so that Galley opens without a network. Nothing else passes through.
//
// All files of one version come and go together. A new version waits until the page asks it to
// take over: nothing changes under a reader's hands. The version before is kept, for pages still
// open in other tabs.

const VERSION = "__VERSION__";
const FILES = ["__FILES__"];

const scope = new URL(self.registration.scope);
const family = `galley ${scope.pathname} `;
const own = new Set(FILES.map((file) => new URL(file, scope).href));

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const wanted = asOwn(event.request);
  if (wanted) event.respondWith(answer(wanted, event.request));
});
self.addEventListener("message", (event) => {
  if (event.data?.type === "take-over") self.skipWaiting();
});

async function keepAll() {
  const cache = await caches.open(family + VERSION);
  // Names tell contents, except the page's own: that one must be fresh.
  const request = (url) => new Request(url, { cache: url === scope.href ? "reload" : "default" });
  await cache.addAll([...own].map(request));
}

async function tidy() {
  const versions = (await caches.keys()).filter((name) => name.startsWith(family) && name !== family + VERSION);
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The address under which a request's file is kept; null where it is none of ours.
function asOwn(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  const rest = url.pathname.slice(scope.pathname.length);
  if (request.mode === "navigate") return rest === "" || rest === "index.html" ? scope.href : null;
  return own.has(url.href) || /-[0-9a-f]{16}\.\w+$/.test(rest) ? url.href : null;
}

async function answer(wanted, request) {
  const current = await caches.open(family + VERSION);
  return (await current.match(wanted)) ?? (await older(wanted)) ?? fetch(request);
}

async function older(wanted) {
  for (const name of (await caches.keys()).filter((name) => name.startsWith(family))) {
    const found = await (await caches.open(name)).match(wanted);
    if (found) return found;
  }
  return undefined;
}
