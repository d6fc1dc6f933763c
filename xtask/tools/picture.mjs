// Takes the picture of the page for the README: `node picture.mjs SITE PICTURE`.

import { createRequire } from "node:module";

import { serve } from "./server.mjs";

const { chromium } = createRequire(new URL("../../target/tools/", import.meta.url))("playwright-core");

const [site, picture] = process.argv.slice(2);
const server = await serve(site);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1440, height: 860 } });
await page.goto(server.address);
await page.getByRole("button", { name: "看一份示例" }).click();
// A figure that a check has proved: text, outline and table all show where it is.
await page.locator("[data-row]", { hasText: "受理企业诉求" }).first().click();
await page.getByText("与 97.8% 相符").first().waitFor();
await page.mouse.move(0, 0);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: picture });
await browser.close();
await server.close();
