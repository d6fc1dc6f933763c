// The built page in a real Chromium, and a record of what it does there.

import { createRequire } from "node:module";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { serve } from "../../xtask/tools/server.mjs";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const { chromium } = require("playwright-core");

/** A folder of the project. */
const folder = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The page as it was built, and as it is released: a web site, and files to download. */
export const BUILT = folder("target/page");
export const SITE = folder("target/dist/site");
export const RELEASE = folder("target/dist/release");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", // the tests may run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
after(() => browser.close());

const VIOLATION = "refused by the policy: ";

/** Runs in the page and in its workers. */
function reportViolations(prefix) {
  addEventListener("securitypolicyviolation", (event) => {
    console.info(`${prefix}${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/**
 * Serves the built page for the test `t` and opens it there, alone in its browser context, until the test is over.
 *
 * `site` is the folder that is served, `base` the path it is served from, `setHeaders` what the server adds; the other
 * options are Playwright's for a context (`viewport`, `colorScheme` …).
 */
export async function openPage(t, { site = BUILT, base, setHeaders, ...options } = {}) {
  const server = await serve(site, { base, setHeaders });
  t.after(server.close);
  return { ...(await open(t, server.address, options)), address: server.address, server };
}

/**
 * Opens an address. `record` fills while the page lives: `errors` (console errors and uncaught exceptions), `warnings`,
 * `requests` (every address asked for, but for blobs, which never leave the browser) and `violations` (of the content
 * security policy).
 */
export async function open(t, address, options = {}) {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  t.after(() => context.close());
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);

  const record = { errors: [], warnings: [], requests: [], violations: [] };
  context.on("request", (request) => {
    if (!request.url().startsWith("blob:")) record.requests.push(request.url());
  });
  context.on("weberror", (error) => record.errors.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") record.errors.push(message.text());
    if (message.type() === "warning") record.warnings.push(message.text());
    if (message.text().startsWith(VIOLATION)) record.violations.push(message.text().slice(VIOLATION.length));
  });
  await context.addInitScript(reportViolations, VIOLATION);

  const page = await context.newPage();
  // A worker that has ended cannot be asked any more.
  page.on("worker", (worker) => worker.evaluate(reportViolations, VIOLATION).catch(() => {}));
  await page.goto(address);
  return { page, context, record };
}
