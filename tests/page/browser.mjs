// The built page in a real Chromium, and a record of what it does there.

import { createRequire } from "node:module";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { serve } from "../../xtask/tools/server.mjs";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const { chromium } = require("playwright-core");

const built = fileURLToPath(new URL("../../target/page", import.meta.url));

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
 * Opens the built page for the test `t`, alone in its browser context, and closes it when the test is over.
 *
 * `base` is the path it is served from; the other options are Playwright's for a context (`viewport`, `colorScheme` …).
 * `record` fills while the page lives: `errors` (console errors and uncaught exceptions), `warnings`, `requests` (every
 * address asked for, but for blobs, which never leave the browser) and `violations` (of the content security policy).
 */
export async function openPage(t, { base = "/", ...options } = {}) {
  const server = await serve(built, { base });
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  t.after(async () => {
    await context.close();
    await server.close();
  });
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
  await page.goto(server.address);
  return { page, record, address: server.address };
}
