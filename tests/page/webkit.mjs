// WebKitGTK's own small browser, driven through its WebDriver, on a screen that nobody sees.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

import { answerOf, answered, asynchronous, freePort, start } from "./programs.mjs";

const DRIVER = process.env.WEBKITDRIVER ?? "/usr/bin/WebKitWebDriver";

const isInstalled = (program) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, program)));

/** What is not there of what this needs, else nothing. */
export const missing =
  (!existsSync(DRIVER) && "there is no WebKitWebDriver (Debian's webkit2gtk-driver)") || (!isInstalled("Xvfb") && "there is no Xvfb (Debian's xvfb)");

/** Starts the browser for the test `t`. Gives a way to go to an address, and one to run a function there. */
export async function webkit(t) {
  const home = mkdtempSync(join(tmpdir(), "gangmu-webkit-"));
  // It chooses a display that is free, and writes its number there.
  const screen = start("Xvfb", ["-displayfd", "3", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const display = await new Promise((resolve) => createInterface({ input: screen.child.stdio[3] }).once("line", resolve));
  const port = await freePort();
  const driver = start(DRIVER, [`--port=${port}`, "--host=127.0.0.1"], { env: { HOME: home, DISPLAY: `:${display}` } });
  const send = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  let session;
  t.after(async () => {
    // The driver would leave its browser behind.
    if (session) await send("DELETE", session);
    await driver.end();
    await screen.end();
    rmSync(home, { recursive: true, force: true });
  });
  const { sessionId } = await answered(() => send("POST", "", { capabilities: {} }));
  session = `/${sessionId}`;
  await send("POST", `${session}/timeouts`, { script: 60_000 });
  return {
    go: (url) => send("POST", `${session}/url`, { url }),
    run: async (program, ...args) => answerOf(await send("POST", `${session}/execute/async`, { script: asynchronous(program), args })),
  };
}
