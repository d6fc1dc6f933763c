// A headless Firefox, driven in its own language, Marionette: lines of JSON, each after its length.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PORT = 2828;

/** Starts Firefox for the test `t`. Gives a way to send it a command of WebDriver. */
export async function firefox(t) {
  const profile = mkdtempSync(join(tmpdir(), "gangmu-firefox-"));
  const program = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr", ["--headless", "--marionette", "--profile", profile], {
    stdio: "ignore",
  });
  t.after(async () => {
    const ended = new Promise((resolve) => program.once("exit", resolve));
    program.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true });
  });
  const socket = await connected();
  const send = conversation(socket);
  await send("WebDriver:NewSession", {});
  return send;
}

/** A connection to a browser that is just starting. */
async function connected() {
  for (let tries = 600; ; tries -= 1) {
    const socket = connect(PORT, "127.0.0.1");
    const outcome = await new Promise((resolve) => socket.once("connect", () => resolve("here")).once("error", resolve));
    if (outcome === "here") return socket;
    if (tries === 0) throw outcome;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
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
