import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";

const KNOWN = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Chromium as the system has it: none is ever downloaded. */
export const chromium = [process.env.CHROMIUM ?? "", ...KNOWN].find((path) => existsSync(path));

export async function launch(): Promise<Browser> {
  const { chromium: driver } = await import("playwright-core");
  return driver.launch({ executablePath: chromium ?? "", args: ["--no-sandbox"] });
}

/** Tests that share a browser; where there is no Chromium they are skipped, and say so. */
export function inChromium(name: string, tests: (browser: () => Browser) => void): void {
  const title = chromium === undefined ? `${name} (no Chromium here: set CHROMIUM, or install it)` : name;
  (chromium === undefined ? describe.skip : describe)(title, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch();
    }, 60_000);
    afterAll(() => browser.close());

    tests(() => browser);
  });
}

export interface Look {
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
}

/** Opens a page as a file, as a reader would, and collects what the browser complains of. */
export async function opened<Result>(
  browser: Browser,
  html: string,
  { colorScheme = "light", width = 1280 }: Look,
  use: (page: Page, complaints: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  const file = join(folder, "report.html");
  writeFileSync(file, html);
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  try {
    // What the page's policy refuses, also where a script passes over it, as one that tries to compile code does.
    await context.addInitScript(
      "addEventListener('securitypolicyviolation', ({ blockedURI }) => console.error('policy refuses', blockedURI))",
    );
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => void complaints.push(message.text()));
    page.on("request", (request) => {
      if (request.url() !== pathToFileURL(file).href) complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return await use(page, complaints);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What axe objects to: contrast, labels, roles, headings. */
export async function objections(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const { violations }: { violations: { id: string; nodes: { html: string }[] }[] } = await page.evaluate("axe.run()");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
