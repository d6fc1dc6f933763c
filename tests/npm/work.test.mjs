// Twice the text is twice the work, and no more: counted, not timed. wasm-opt adds a call to every function and every round of
// a loop of the program; the calls are the work.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PROGRAM = `${folder("target/dist")}/counted.wasm`;

execFileSync(folder("target/tools/node_modules/.bin/wasm-opt"), ["--log-execution", folder("target/dist/npm/gangmu_bg.wasm"), "-o", PROGRAM]);

let work = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  const log_execution = () => void (work += 1);
  const counted = Object.entries(imports).map(([name, functions]) => [name, { ...functions, log_execution }]);
  return new Instance(module, Object.fromEntries(counted));
};
const { initSync, read } = await import(pathToFileURL(folder("target/dist/npm/gangmu.js")).href);
initSync({ module: readFileSync(PROGRAM) });

/** The rounds that a text takes. */
function workOf(text) {
  work = 0;
  read(text);
  return work;
}

const report = readFileSync(folder("tests/reports/law-annual-report.txt"), "utf8");

/** Texts of about so many characters, of every kind that could make a reader go over them again and again. */
const SHAPES = {
  "reports one after another": (size) => report.repeat(size / report.length),
  "a report in one line": (size) => report.replaceAll(/\s/g, "").repeat(size / report.length),
  "one letter": (size) => "法".repeat(size),
  "one digit": (size) => "9".repeat(size),
  "Chinese digits": (size) => "三十万".repeat(size / 3),
  "figures without end": (size) => "办结9件，".repeat(size / 5),
  "figures in brackets": (size) => "共9件（其中8件）".repeat(size / 9),
  "open brackets": (size) => "（".repeat(size),
  "brackets in brackets": (size) => "（".repeat(size / 2) + "）".repeat(size / 2),
  "quotes that never end": (size) => "“办结9件".repeat(size / 5),
  "headings": (size) => "一、概况\n".repeat(size / 5),
  "headings of all depths": (size) => "一、概况\n（一）情况\n1.事项\n（1）其他\n".repeat(size / 25),
  "headings of good deeds": (size) => "一、实事\n".repeat(size / 5),
  "amounts without a unit": (size) => `收入任务${"甲3万，".repeat(size / 4)}`,
  "points": (size) => "一是办结9件。".repeat(size / 7),
  "lists": (size) => "甲、".repeat(size / 2) + "等9项",
  "shares of one whole": (size) => `共${size}件，其中：${"甲类1件、".repeat(size / 5)}。`,
  "分别": (size) => `${"甲、".repeat(size / 4)}分别为${"9件、".repeat(size / 6)}。`,
  "the same figure": (size) => "办结率98%。".repeat(size / 7),
  "table cells": (size) => "9\t8\t7\n".repeat(size / 6),
  "empty lines": (size) => "\n".repeat(size),
  "menus": (size) => "首页 > 信息公开\n".repeat(size / 10),
};

for (const [shape, make] of Object.entries(SHAPES)) {
  test(`the work is in proportion to the text: ${shape}`, () => {
    workOf("云溪县");
    const [small, large] = [10_000, 40_000].map((size) => workOf(make(size)) / size);
    assert.ok(small > 0 && large < small * 1.3, `${small.toFixed(1)} a character, then ${large.toFixed(1)}`);
  });
}
