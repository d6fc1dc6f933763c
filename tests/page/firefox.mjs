// A headless Firefox, driven in its own language, Marionette: lines of JSON, each after its length.

import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { answerOf, answered, asynchronous, start } from "./programs.mjs";

const PORT = 2828;

/** Starts Firefox for the test `t`. Gives a way to go to an address, and one to run a function there. */
export async function firefox(t) {
  const profile = mkdtempSync(join(tmpdir(), "gangmu-firefox-"));
  const { end } = start(process.env.FIREFOX ?? "/usr/bin/firefox-esr", ["--headless", "--marionette", "--profile", profile]);
  t.after(async () => {
    await end();
    rmSync(profile, { recursive: true, force: true });
  });
  const send = conversation(await answered(connected));
  await send("WebDriver:NewSession", {});
  await send("WebDriver:SetTimeouts", { script: 60_000 });
  return {
    go: (url) => send("WebDriver:Navigate", { url }),
    run: async (program, ...args) => answerOf(await send("WebDriver:ExecuteAsyncScript", { script: asynchronous(program), args })),
  };
}

function connected() {
  const socket = connect(PORT, "127.0.0.1");
  return new Promise((resolve, reject) => socket.once("connect", () => resolve(socket)).once("error", reject));
}

/** Sends commands one by one; a message is its length in bytes, a colon, and JSON. */
function conversation(socket) {
  let heard = Buffer.alloc(0);
  let sent = 0;
  const waiting = new Map();
  socket.on("data", (data) => {
    heard = Buffer.concat([heard, data]);
    for (let colon = heard.indexOf(":"); colon > 0; colon = heard.indexOf(":")) {
      const end = colon + 1 + Number(heard.subarray(0, colon));
      if (heard.length < end) return;
      const message = JSON.parse(heard.subarray(colon + 1, end));
      heard = heard.subarray(end);
      // The greeting is no answer.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      const { resolve, reject } = waiting.get(id);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(result.value);
    }
  });
  return (command, parameters) =>
    new Promise((resolve, reject) => {
      sent += 1;
      waiting.set(sent, { resolve, reject });
      const message = JSON.stringify([0, sent, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}
