import { page as pageOf } from "../../report/formats/html";
import { committedEnvironment } from "../support/every";
import { chromium, launch, objections, opened } from "./browser";
import { reportFor } from "./report-of";

// The tour in other colours, widths, on paper and by keyboard is in browser.deep.test.ts.
(chromium === undefined ? test.skip : test)(
  chromium === undefined
    ? "the page (no Chromium here: set CHROMIUM, or install it)"
    : "the page has contrast and labels",
  async () => {
    const browser = await launch();
    try {
      await opened(browser, pageOf(reportFor(committedEnvironment("staging")), {}), {}, async (page, complaints) => {
        expect(await objections(page)).toEqual([]);
        expect(complaints).toEqual([]);
      });
    } finally {
      await browser.close();
    }
  },
  60_000,
);
