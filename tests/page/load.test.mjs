import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";

for (const base of ["/", "/some/path/"]) {
  test(`the page loads from ${base} and asks for nothing but its own files`, async (t) => {
    const { record, page, address } = await openPage(t, { base });
    await page.waitForLoadState("networkidle");
    assert.deepEqual(record.errors, []);
    assert.deepEqual(record.violations, []);
    assert.ok(record.requests.length > 1);
    for (const request of record.requests) assert.ok(request.startsWith(address), request);
  });
}
