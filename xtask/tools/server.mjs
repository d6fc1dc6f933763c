// A server of static files on 127.0.0.1: `node server.mjs FOLDER [PORT]`, or `serve` for the tests of the page.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const sirv = require("sirv");

/**
 * Serves a folder under the path `base`; `port` 0 is any free one, `setHeaders` is sirv's. Gives the address, what was
 * asked for, and a way to end it.
 */
export async function serve(folder, { port = 0, base = "/", setHeaders } = {}) {
  const files = sirv(folder, { dev: true, setHeaders });
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const missing = () => response.writeHead(404).end();
    if (!request.url.startsWith(base)) return missing();
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  });
  // A wish for a web socket is none for a file.
  server.on("upgrade", (request, socket) => {
    asked.push(request.url);
    socket.destroy();
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${server.address().port}${base}`, asked, close };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, port] = process.argv.slice(2);
  const { address } = await serve(folder, { port: Number(port) }).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    console.log(`Port ${port} is taken; another one is used.`);
    return serve(folder);
  });
  console.log(`\n纲目 is at ${address} (Ctrl+C ends it)`);
}
