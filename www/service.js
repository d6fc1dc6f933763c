// The service worker: answers for the server with the files of one version, whole or not at all.
// `cargo xtask dist` writes in front of this what they are: VERSION, and FILES, from address to integrity.

const OURS = `gangmu ${registration.scope} `;
const CACHE = OURS + VERSION;

addEventListener("install", (event) => event.waitUntil(fetchAll()));
addEventListener("activate", (event) => event.waitUntil(dropOthers()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const address = addressOf(event.request);
  if (address) event.respondWith(answer(event.request, address));
});

/** A file that is not of this version fails its integrity, and then none is kept. */
async function fetchAll() {
  const requests = Object.entries(FILES).map(([file, integrity]) => new Request(file, { integrity, cache: "no-cache" }));
  try {
    await (await caches.open(CACHE)).addAll(requests);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Versions before this one. Other pages of the same server keep theirs. */
async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The address under which an answer is kept, if it is one of the files. */
function addressOf(request) {
  const { origin, pathname } = new URL(request.url);
  const address = (origin + pathname).replace(/\/index\.html$/, "/");
  const isOurs = Object.keys(FILES).some((file) => new URL(file, registration.scope).href === address);
  return request.method === "GET" && isOurs ? address : null;
}

async function answer(request, address) {
  const kept = await (await caches.open(CACHE)).match(address);
  return kept ?? fetch(request);
}
