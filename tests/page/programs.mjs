// Programs that a test starts beside the page, how to wait for them, and what WebDriver is told.

import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** Starts a program. `end` ends it and waits until it has. */
export function start(program, options, { env, stdio = "ignore" } = {}) {
  const child = spawn(program, options, { stdio, env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const end = () => {
    child.kill();
    return ended;
  };
  return { child, end };
}

/** A port of this machine that nobody listens at. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** What `ask` gives, asked again while it fails, for as long as a program takes to start. */
export async function answered(ask) {
  for (let tries = 600; ; tries -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** A function as a script that WebDriver waits for: its last argument takes the answer, a fault as well. */
export const asynchronous = (program) => `
  const tell = [...arguments].pop();
  Promise.resolve().then(() => (${program})(...arguments)).then((value) => tell({ value }), (error) => tell({ fault: String(error) }));`;

/** What such a script came to. */
export function answerOf({ value, fault }) {
  if (fault) throw new Error(fault);
  return value;
}
