import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentText } from "../../bench/input";
import { parseEnvironment } from "../../config/environment";
import { page as pageOf } from "../../report/formats/html";
import { parsePlan } from "../../report/plan/read";
import { root } from "../support/committed";
import { committedEnvironment, everyDestination } from "../support/every";
import { inChromium, type Look, objections, opened } from "./browser";
import { reportFor } from "./report-of";

const staging = pageOf(reportFor(committedEnvironment("staging")), {});
const blogPost = parsePlan(readFileSync(join(root, "test", "plans", "blog-post.json")), "plan.json");
const withEverything = pageOf(reportFor(everyDestination(), blogPost), {});

inChromium("the page, in Chromium", (browser) => {
  test.each<[string, Look]>([
    ["in light", { colorScheme: "light" }],
    ["in dark", { colorScheme: "dark" }],
    ["on a telephone", { width: 360 }],
  ])(
    "has contrast, labels and room %s",
    async (_, look) => {
      for (const html of [staging, withEverything]) {
        await opened(browser(), html, look, async (page, complaints) => {
          expect(await objections(page)).toEqual([]);
          expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
          expect(complaints).toEqual([]);
        });
      }
    },
    60_000,
  );

  // Of text in pictures axe cannot say.
  test.each(["light", "dark"] as const)(
    "has contrast in the picture in %s",
    async (colorScheme) => {
      const colours = await opened(browser(), staging, { colorScheme }, (page) =>
        page.evaluate<string[]>(
          `["svg text", "svg .about", "svg .box", "svg .edge", "body"].map((name, index) => {
            const style = getComputedStyle(document.querySelector(name));
            return [style.fill, style.fill, style.fill, style.stroke, style.backgroundColor][index];
          })`,
        ),
      );
      const [text = "", about = "", box = "", edge = "", body = ""] = colours;

      expect(contrast(text, box)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(about, box)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(edge, body)).toBeGreaterThanOrEqual(3);
    },
    30_000,
  );

  test("has the picture, whose boxes lead to what they stand for", async () => {
    await opened(browser(), staging, {}, async (page) => {
      const picture = page.getByRole("group", { name: "Streams, rules and destinations, from left to right" });
      expect(await picture.getByRole("link").count()).toBe(2 + 4 + 4);

      await picture.getByRole("link", { name: /^calls / }).click();
      expect(new URL(page.url()).hash).toBe("#destination-calls");
      const heading = page.getByRole("heading", { name: "calls", exact: true });
      expect((await heading.boundingBox())?.y).toBeLessThan(900);
    });
  }, 30_000);

  test("is used by keyboard", async () => {
    await opened(browser(), staging, {}, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("To the content");
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).hash).toBe("#content");
    });
  }, 30_000);

  test("is printed whole, in black on white, also from a dark screen", async () => {
    await opened(browser(), staging, { colorScheme: "dark" }, async (page) => {
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      expect(pdf.length).toBeGreaterThan(20_000);

      await page.emulateMedia({ media: "print" });
      const shown = await page.evaluate<string[]>(
        `["body", "nav", "pre"].map((name) => {
            const { backgroundColor, color, display, overflowX } = getComputedStyle(document.querySelector(name));
            return [backgroundColor, color, display, overflowX].join(" ");
          })`,
      );
      expect(shown[0]).toContain("rgb(255, 255, 255) rgb(0, 0, 0)");
      expect(shown[1]).toContain("none");
      expect(shown[2]).toContain("visible");
    });
  }, 30_000);

  test("of 300 rules opens, and answers", async () => {
    const bytes = Buffer.from(environmentText(300));
    const { environment } = parseEnvironment({ name: "many", path: "many.tfvars", bytes });
    if (environment === undefined) throw new Error("the environment is not right");
    const html = pageOf(reportFor(environment), {});

    const hash = await opened(browser(), html, {}, async (page) => {
      await page.getByRole("link", { name: "Signature" }).click();
      return page.evaluate<string>("location.hash");
    });
    expect(hash).toBe("#signature");
  }, 60_000);
});

/** Of WCAG 2: the ratio of two colours' relative luminance. */
function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...colour.matchAll(/[\d.]+/g)].map(([part]) => {
    const share = Number(part) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
