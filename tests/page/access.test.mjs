// What people with other eyes and hands meet: axe-core in each state of the page, and the ways a page may be shown.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { REPORT, mark, read, row } from "./helpers.mjs";

const require = createRequire(new URL("../../target/tools/", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong, one line each. */
async function faults(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const states = {
  "before there is a text": async () => {},
  "a reading": (page) => read(page),
  "a figure that is chosen, with why it is there": async (page) => {
    await read(page);
    await row(page, "120").locator(".name").click();
    await page.locator(".card").getByRole("button", { name: "依据" }).click();
  },
  "a figure that is corrected": async (page) => {
    await read(page);
    await row(page, "120").locator(".name").click();
    await page.locator(".card").getByRole("button", { name: "更正" }).click();
  },
  "filters, groups and marks": async (page) => {
    await read(page);
    await row(page, "57").focus();
    await page.keyboard.press("c");
    await row(page, "6").focus();
    await page.keyboard.press("x");
    await page.getByText("筛选与列").click();
    await page.getByLabel("分组").selectOption({ label: "章节" });
    await page.getByRole("columnheader", { name: "数值" }).getByRole("button").click();
  },
  "the other numerals, and words that are found": async (page) => {
    await read(page);
    await page.getByRole("button", { name: /未计数字/ }).click();
    await page.keyboard.press("Control+f");
    await page.keyboard.type("诉求");
    await page.keyboard.press("Enter");
  },
  "the question whether to keep": async (page) => {
    await read(page);
    await page.locator(".toolbar .keep").click();
    await page.getByRole("button", { name: "开启保存" }).waitFor();
  },
  "many reports, side by side": async (page) => {
    const file = (name, content) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
    const later = REPORT.replaceAll("2023", "2024");
    await page.locator("#file").setInputFiles([file("a.txt", REPORT), file("b.txt", later), file("c.doc", [0x50, 0x4b, 0, 0xff])]);
    await page.locator("dialog.many").getByRole("button", { name: "对照" }).click();
    await page.locator("dialog.many tbody tr").first().waitFor();
  },
  "many reports, one of which is put right, sorted": async (page) => {
    await states["many reports, side by side"](page);
    await page.locator("dialog.many thead button").first().click();
    await page.locator("dialog.many").getByRole("button", { name: "报告（3）" }).click();
    await page.getByRole("button", { name: "更正“" }).first().click();
    await page.getByRole("textbox", { name: "报送单位" }).waitFor();
  },
  "a report whose body and year are put right": async (page) => {
    await read(page);
    const correct = page.getByRole("button", { name: "更正报送单位、年度、文种" });
    await correct.click();
    await page.getByRole("textbox", { name: "报送单位" }).fill("云岭镇人民政府");
    await page.keyboard.press("Enter");
    await page.locator(".about .tag").waitFor();
    await correct.click();
  },
  "kept reports, and all about to be forgotten": async (page) => {
    await read(page);
    await page.locator(".toolbar .keep").click();
    await page.getByRole("button", { name: "开启保存" }).click();
    await page.locator("dialog .reports li").waitFor();
    await page.getByRole("button", { name: "全部清除" }).click();
  },
  "kept reports before there is a text": async (page) => {
    await read(page);
    await page.locator(".toolbar .keep").click();
    await page.getByRole("button", { name: "开启保存" }).click();
    await page.locator("dialog .reports li").waitFor();
    await page.getByRole("button", { name: "关闭" }).click();
    await page.getByRole("button", { name: "清空" }).click();
    await page.locator(".welcome .reports").waitFor();
  },
  "a figure that was corrected, one confirmed": async (page) => {
    await read(page);
    await row(page, "57").focus();
    await page.keyboard.press("e");
    await page.locator(".card [name=value]").fill("58");
    await page.locator(".card").getByRole("button", { name: "保存" }).click();
    await row(page, "120").focus();
    await page.keyboard.press("c");
    await page.getByText("已确认").waitFor();
  },
  "a reading that was stopped": async (page) => {
    await read(page);
    await page.workers()[0].evaluate(() => {
      globalThis.onmessage = () => {
        for (;;);
      };
    });
    await page.getByRole("button", { name: "编辑" }).click();
    await page.getByRole("textbox", { name: "编辑原文" }).fill("受理诉求9件。");
    await page.getByRole("button", { name: "停止" }).click();
    await page.getByText("解读已停止").waitFor();
  },
  "the checks": async (page) => {
    await read(page);
    await page.locator(".fact.disagree").click();
  },
  "the text that is edited": async (page) => {
    await read(page);
    await page.getByRole("button", { name: "编辑" }).click();
  },
  "the sheet of shortcuts": async (page) => {
    await read(page);
    await page.keyboard.press("?");
  },
  "the pictures": async (page) => {
    await read(page);
    await page.getByRole("button", { name: "图示" }).click();
    await page.locator("figure").first().waitFor();
  },
  "what can be taken away": async (page) => {
    await read(page);
    await page.getByRole("searchbox").fill("项目");
    await page.getByRole("button", { name: "导出" }).click();
  },
  "a pane that is folded, another that has moved": async (page) => {
    await read(page);
    await page.getByRole("button", { name: "收起“大纲”窗格" }).click();
    await page.getByRole("button", { name: /移动“指标”窗格/ }).focus();
    await page.keyboard.press("ArrowLeft");
  },
  "a text without figures": (page) => read(page, "这里只是一段话，没有别的。"),
};

for (const [name, reach] of Object.entries(states)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing: ${name}, ${colorScheme}`, async (t) => {
      const { page } = await openPage(t, { colorScheme, reducedMotion: "reduce" });
      await page.locator(".toolbar").waitFor();
      await reach(page);
      assert.deepEqual(await faults(page), []);
    });
  }
}

/** What stands out of the page on its left or right, or has no size, of all that can be used. */
function outOfReach() {
  const width = document.documentElement.clientWidth;
  const isOut = (element) => {
    const { left, right, width: own } = element.getBoundingClientRect();
    return own === 0 || left < -1 || right > width + 1;
  };
  const used = [...document.querySelectorAll("button, a[href], input, select, [tabindex='0'], summary")];
  const shown = used.filter((element) => element.checkVisibility() && !element.closest(".unseen, .skip, figure, table"));
  return [
    ...(document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : []),
    ...shown.filter(isOut).map((element) => element.outerHTML.slice(0, 120)),
  ];
}

// 200% of 1280 × 720, and 400% of 1280 × 1024, which WCAG asks for.
const zooms = { "200%": { width: 640, height: 360 }, "320 pixels": { width: 320, height: 256 } };
for (const [zoom, viewport] of Object.entries(zooms)) {
  test(`everything is within reach at ${zoom}`, async (t) => {
    const { page } = await openPage(t, { viewport, deviceScaleFactor: 2, reducedMotion: "reduce" });
    await page.locator(".toolbar").waitFor();
    assert.deepEqual(await page.evaluate(outOfReach), [], "before there is a text");
    await read(page);
    for (const language of ["中", "EN"]) {
      for (const tab of ["outline", "text", "table", "checks"]) {
        await page.locator(`.tabs button`).nth(["outline", "text", "table", "checks"].indexOf(tab)).click();
        assert.deepEqual(await page.evaluate(outOfReach), [], `${language} ${tab}`);
      }
      await page.getByRole("button", { name: /更多|More/ }).click();
      assert.ok(await page.getByRole("button", { name: /打印|Print/ }).isVisible());
      assert.deepEqual(await page.evaluate(outOfReach), [], `${language} more`);
      await page.getByRole("button", { name: /更多|More/ }).click();
      await page.locator(".tabs button").nth(2).click();
      await page.locator("[data-row] .name").first().click();
      await page.locator(".tabs button").nth(2).click();
      await page.locator(".card button").nth(1).click();
      assert.deepEqual(await page.evaluate(outOfReach), [], `${language} correcting`);
      await page.locator(".card button").nth(1).click();
      if (language === "中") {
        await page.getByRole("button", { name: "更多" }).click();
        await page.getByRole("button", { name: "EN" }).click();
        await page.getByRole("button", { name: "More" }).click();
      }
    }
    assert.deepEqual(await faults(page), []);
  });
}

test("axe finds nothing on a narrow screen, tab by tab", async (t) => {
  const { page } = await openPage(t, { viewport: { width: 320, height: 640 }, reducedMotion: "reduce" });
  await read(page);
  for (const tab of ["大纲", "原文", "指标", "核对"]) {
    await page.getByRole("navigation").getByRole("button", { name: tab }).click();
    assert.deepEqual(await faults(page), [], tab);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, tab);
  }
});

test("on a narrow screen the row that is chosen stays in sight while more is told of it", async (t) => {
  for (const height of [640, 844]) {
    const { page } = await openPage(t, { viewport: { width: 320, height }, reducedMotion: "reduce" });
    await read(page, REPORT.repeat(3));
    for (const name of ["依据", "更正"]) {
      await row(page, "3").locator(".name").click();
      await page.locator(".card").getByRole("button", { name }).click();
      await page.waitForFunction(() => {
        const place = (selector) => document.querySelector(selector).getBoundingClientRect();
        const [row, card, head] = [place("tr.chosen"), place(".card"), place(".figures thead")];
        return row.top >= head.bottom - 1 && row.bottom <= card.top + 1;
      });
      assert.equal(await page.locator(".card").getByText("仅有法制审核人员").count(), 1, `${name}: the sentence once`);
      await page.locator(".card").getByRole("button", { name }).click();
    }
  }
});

test("on a telephone what saves a form is in sight from the first", async (t) => {
  for (const [width, height] of [[390, 844], [320, 640]]) {
    const { page } = await openPage(t, { viewport: { width, height }, reducedMotion: "reduce" });
    await read(page, REPORT.repeat(3));
    await row(page, "3").locator(".name").click();
    const card = page.locator(".card");
    await card.getByRole("button", { name: "更正" }).click();
    const isSeen = (button) => {
      const { top, bottom, left, width } = button.getBoundingClientRect();
      return bottom <= innerHeight && document.elementFromPoint(left + width / 2, (top + bottom) / 2) === button;
    };
    assert.ok(await card.getByRole("button", { name: "保存" }).evaluate(isSeen), `${width} × ${height}`);
    // The last field is not covered by it.
    await card.getByRole("combobox", { name: "隶属" }).focus();
    assert.ok(await card.getByRole("combobox", { name: "隶属" }).evaluate(isSeen), `${width} × ${height}`);
  }
});

test("forced colours keep what is chosen apart, and reduced motion keeps still", async (t) => {
  const { page } = await openPage(t, { forcedColors: "active", reducedMotion: "reduce" });
  await read(page);
  await mark(page, "120件").click();
  const style = (selector, name) => page.locator(selector).first().evaluate((element, name) => getComputedStyle(element)[name], name);
  assert.notEqual(await style("mark.chosen", "backgroundColor"), await style("mark:not(.chosen)", "backgroundColor"));
  assert.equal(await style("mark.chosen", "animationName"), "none");
});
