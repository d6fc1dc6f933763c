import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { SITE, open, openPage } from "./browser.mjs";
import { isLocked, readExample } from "./helpers.mjs";
import { answered, freePort, start } from "./programs.mjs";

test("a server that does not know WebAssembly will do", async (t) => {
  const setHeaders = (response, path) => {
    if (path.endsWith(".wasm")) response.setHeader("Content-Type", "application/octet-stream");
  };
  const { page, record } = await openPage(t, { site: SITE, setHeaders });
  await readExample(page);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

for (const [policy, needed] of [
  ["default-src 'self'; style-src 'self'", ["script-src 'self' 'wasm-unsafe-eval'"]],
  ["script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'", ["worker-src 'self' blob:"]],
  ["connect-src 'none'", ["connect-src 'self'"]],
  ["style-src 'none'", ["style-src 'self'"]],
]) {
  test(`where the server's own policy is "${policy}" the page names what is missing`, async (t) => {
    const setHeaders = (response) => response.setHeader("Content-Security-Policy", policy);
    const { page } = await openPage(t, { site: SITE, setHeaders });
    const told = page.locator("#obstacle");
    await told.waitFor();
    const words = await told.textContent();
    for (const directive of needed) assert.ok(words.includes(directive), words);
  });
}

test("a browser that does not know what the page's own policy allows is told so", async (t) => {
  const site = mkdtempSync(join(tmpdir(), "gangmu-site-"));
  t.after(() => rmSync(site, { recursive: true }));
  cpSync(SITE, site, { recursive: true });
  const page = join(site, "index.html");
  // To an old browser the word is as unknown as this one.
  writeFileSync(page, readFileSync(page, "utf8").replace("'wasm-unsafe-eval'", "'wasm-not-known'"));
  const told = (await openPage(t, { site })).page.locator("#obstacle");
  await told.waitFor();
  assert.match(await told.textContent(), /这个浏览器太旧，不认识 'wasm-unsafe-eval'/);
});

test("under a strict policy that allows what is needed the page works", async (t) => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; worker-src 'self' blob:; " +
    "connect-src 'self'; manifest-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  const setHeaders = (response) => response.setHeader("Content-Security-Policy", policy);
  const { page, record } = await openPage(t, { site: SITE, setHeaders });
  await readExample(page);
  assert.deepEqual([record.errors, record.violations], [[], []]);
});

test("without scripts a sentence stands in place of the page", async (t) => {
  const { page } = await openPage(t, { site: SITE, javaScriptEnabled: false });
  assert.match(await page.locator("body").textContent(), /不许本页运行 JavaScript/);
});

for (const lacking of ["WebAssembly", "TextDecoder", "BigInt"]) {
  test(`a browser without ${lacking} is told so`, async (t) => {
    const { page, context, address } = await openPage(t, { site: SITE });
    await context.addInitScript((name) => delete globalThis[name], lacking);
    await page.goto(address);
    const told = page.locator("#obstacle");
    await told.waitFor();
    assert.match(await told.textContent(), new RegExp(`它没有：${lacking}`));
  });
}

/** What stands between the marks of a language in docs/hosting.md, for the folder of the site. */
function advised(language) {
  const [, advice] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readFileSync("docs/hosting.md", "utf8"));
  const here = advice.replaceAll("/srv/gangmu", SITE.replace(/\/$/, ""));
  assert.notEqual(here, advice);
  return here;
}

/** The servers that the docs tell how to set up: how each is called, and started with what they say. */
const SERVERS = {
  nginx: {
    program: process.env.NGINX ?? "/usr/sbin/nginx",
    configuration: (folder, port) => {
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
      return `daemon off; pid ${folder}/pid; error_log stderr; events {}
        http { access_log off; include /etc/nginx/mime.types; ${temporary.join(" ")}
          server { listen 127.0.0.1:${port}; ${advised("nginx")} } }`;
    },
    options: (file) => ["-c", file, "-e", "stderr"],
  },
  Apache: {
    program: "/usr/sbin/apache2",
    configuration: (folder, port) => {
      const modules = ["mpm_event", "authz_core", "alias", "dir", "mime", "headers", "rewrite"];
      return `ServerRoot ${folder}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/log
        ${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
        User www-data\nGroup www-data\nTypesConfig /etc/mime.types\n${advised("apache")}`;
    },
    options: (file) => ["-f", file, "-DFOREGROUND"],
  },
  Caddy: {
    program: "/usr/bin/caddy",
    configuration: (folder, port) =>
      `{\nadmin off\nauto_https off\nstorage file_system ${folder}\n}\n${advised("caddyfile").replace("example.org", `http://127.0.0.1:${port}`)}`,
    options: (file) => ["run", "--config", file, "--adapter", "caddyfile"],
  },
};

for (const [name, { program, configuration, options }] of Object.entries(SERVERS)) {
  // nginx is there wherever these tests run.
  const skip = name !== "nginx" && !existsSync(program) && `there is no ${program}`;
  test(`${name} serves the page as docs/hosting.md says`, { skip }, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "gangmu-server-"));
    const port = await freePort();
    const file = join(folder, "configuration");
    writeFileSync(file, configuration(folder, port));
    const server = start(program, options(file), { stdio: ["ignore", "ignore", "inherit"], env: { HOME: folder } });
    t.after(async () => {
      await server.end();
      rmSync(folder, { recursive: true });
    });
    const address = `http://127.0.0.1:${port}/gangmu/`;
    const response = await answered(() => fetch(address));
    assert.match(response.headers.get("content-security-policy"), /frame-ancestors 'none'/);
    assert.equal(response.headers.get("cache-control"), "no-cache");

    const { page, record } = await open(t, address);
    const loads = [];
    page.on("response", (response) => loads.push(response));
    await page.reload();
    await readExample(page);
    await isLocked(page);
    assert.deepEqual([record.errors, record.violations, record.warnings], [[], [], []]);
    const headers = await loads.find((response) => response.url().endsWith(".wasm")).allHeaders();
    assert.equal(headers["content-type"], "application/wasm");
    assert.match(headers["content-encoding"], /^(br|gzip)$/);
    assert.match(headers["cache-control"], /immutable/);
  });
}
