import { readFileSync } from "node:fs";
import { join } from "node:path";
import { conversations } from "../../../commands/conversations";
import { folderWith } from "../../bin/support";
import { chromium, launch, objections, opened } from "../../report/browser";
import { root } from "../../support/committed";
import { ioIn } from "../../support/io";

(chromium === undefined ? test.skip : test)(
  chromium === undefined
    ? "the page (no Chromium here: set CHROMIUM, or install it)"
    : "the page of a conversation is readable without a network",
  async () => {
    const folder = folderWith({
      "calls.ndjson": readFileSync(join(root, "docs", "examples", "conversations.ndjson"), "utf8"),
    });
    const values = { conversation: "68ba83f7-b4e9-4185-ba10-8193b4af80ef", out: "call.html" };
    expect(await conversations.run({ values, positionals: ["calls.ndjson"] }, ioIn(folder).io)).toBe(0);
    const html = readFileSync(join(folder, "call.html"), "utf8");

    const browser = await launch();
    try {
      for (const look of [{}, { colorScheme: "dark" as const }, { width: 360 }])
        await opened(browser, html, look, async (page, complaints) => {
          expect(await objections(page)).toEqual([]);
          expect(await page.evaluate("document.querySelectorAll('svg rect.stay').length")).toBe(6);
          expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
          expect(complaints).toEqual([]);
        });
    } finally {
      await browser.close();
    }
  },
  120_000,
);
