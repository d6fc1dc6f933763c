import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { serve } from "../../xtask/tools/server.mjs";
import { BUILT, RELEASE, SITE, open, openPage } from "./browser.mjs";
import { isLocked, readExample } from "./helpers.mjs";

/** Waits until the page is kept for later. */
const isKept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state));

/** Packs a page whose title tells it from the one that was built, into a folder that is gone after the test. */
function another(t, title) {
  const folder = mkdtempSync(join(tmpdir(), "gangmu-"));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(BUILT, join(folder, "page"), { recursive: true });
  const page = join(folder, "page/index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("<title>纲目</title>", `<title>${title}</title>`));
  for (const name of ["components.json", "licences.txt"]) cpSync(join(RELEASE, "..", name), join(folder, name));
  execFileSync("node", ["xtask/tools/dist.mjs", join(folder, "page"), "9.9.9", folder]);
  return join(folder, "site");
}

/** Puts other files in the place of those that a server serves. */
function replace(site, files) {
  rmSync(site, { recursive: true });
  cpSync(files, site, { recursive: true });
}

test("after the first visit the page starts with its server gone", async (t) => {
  const { page, record, server } = await openPage(t, { site: SITE, base: "/some/path/" });
  await isKept(page);
  await server.close();
  await page.reload();
  await readExample(page);
  await isLocked(page);
  await page.goto(`${server.address}index.html`);
  await readExample(page);
  assert.deepEqual(record.violations, []);
});

test("a new version comes when it is asked for, whole, and the text is safe until then", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "gangmu-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const site = join(folder, "site");
  cpSync(SITE, site, { recursive: true });
  const server = await serve(site);
  t.after(server.close);
  const { page, record } = await open(t, server.address);
  await isKept(page);
  assert.equal(await page.locator("#update").count(), 0, "the first version is no news");

  replace(site, another(t, "新的纲目"));
  await page.reload();
  await readExample(page);
  await page.locator("#update").waitFor();
  assert.equal(await page.title(), "纲目", "the old version is whole");
  assert.ok((await page.locator("[data-row]").count()) > 0);

  await page.locator("#update button").click();
  await page.waitForFunction(() => document.title === "新的纲目");
  await readExample(page);
  const names = await page.evaluate(() => caches.keys());
  assert.equal(names.length, 1, "the old version is gone");
  assert.match(names[0], /9\.9\.9/);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("a version that is only half there is not taken", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "gangmu-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const site = join(folder, "site");
  cpSync(SITE, site, { recursive: true });
  const server = await serve(site);
  t.after(server.close);
  const { page } = await open(t, server.address);
  await isKept(page);

  // The list of the new version is there already, its page is not.
  cpSync(join(another(t, "新的纲目"), "service.js"), join(site, "service.js"));
  const before = server.asked.length;
  await page.reload();
  const isTried = () => server.asked.slice(before).includes("/");
  while (!isTried()) await new Promise((resolve) => setTimeout(resolve, 50));
  await page.waitForFunction(async () => {
    const { installing, waiting } = await navigator.serviceWorker.ready;
    return !installing && !waiting;
  });
  assert.equal(await page.locator("#update").count(), 0);
  assert.equal((await page.evaluate(() => caches.keys())).filter((name) => name.includes("9.9.9")).length, 0);
  await server.close();
  await page.reload();
  assert.equal(await page.title(), "纲目");
  await readExample(page);
});

test("the page can be installed", async (t) => {
  const { page, context } = await openPage(t, { site: SITE });
  await isKept(page);
  await isLocked(page);
  const browser = await context.newCDPSession(page);
  const { errors } = await browser.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // The contexts of tests are private ones, in which nothing is ever installed.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ["in-incognito"]);
});
