import type { Page } from "playwright-core";
import { EXAMPLE } from "../../playground/example";
import { modelText } from "../../playground/model-text";
import { tryAnEvent } from "../../playground/page";
import { fragmentOf, type State } from "../../playground/state";
import { page as reportPage } from "../../report/formats/html";
import { inChromium, type Look, objections, opened } from "../report/browser";
import { reportFor } from "../report/report-of";
import { committedEnvironment } from "../support/every";
import { pageWith, script } from "./pages";

const EVIL = `<img src=x onerror="document.title='run'"></textarea><script>document.title='run'</script>`;
const state = async (page: Page) => ({
  name: await page.locator("#name").inputValue(),
  file: await page.locator("#file").inputValue(),
  event: await page.locator("#event").inputValue(),
  exact: await page.locator("#exact").isChecked(),
});

async function follow(page: Page, fragment: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    addEventListener("hashchange", () => setTimeout(done, 200), { once: true });
    location.hash = ${JSON.stringify(fragment)};
  })`);
}

inChromium("links, in Chromium", (browser) => {
  test("a link holds the whole state, and opens where the page is open and where it is not", async () => {
    await opened(browser(), pageWith(), {}, async (page, complaints) => {
      const written: State = { name: "prod.tfvars", file: `# ü😀\n${EXAMPLE}`, event: '{"a":\t1}', exact: true };
      await page.locator("#name").fill(written.name);
      await page.locator("#file").fill(written.file);
      await page.locator("#event").fill(written.event);
      await page.locator("#exact").check();
      await page.getByRole("button", { name: "Make the link" }).click();
      await page.getByText(/^Cop.*\d characters\.$/).waitFor();
      const link = await page.getByLabel("The link").inputValue();
      expect(link).toBe(page.url());

      await page.locator("#event").press("End");
      await page.locator("#event").pressSequentially(" ");
      await page.getByLabel("The link").waitFor({ state: "hidden" });
      const asked = page.waitForEvent("dialog");
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe("beforeunload");
      await dialog.dismiss();

      const other = await page.context().newPage();
      await other.goto(link);
      await other.getByText(/^No verdict: the event has an error/).waitFor();
      expect(await state(other)).toEqual(written);

      await other.goto(link.replace(/#.*/, ""));
      await follow(other, new URL(link).hash);
      await other.getByText(/^No verdict: the event has an error/).waitFor();
      expect(await state(other)).toEqual(written);
      expect(complaints).toEqual([]);
    });
  });

  test("what a hostile link holds is text: it is shown as wrong, and never run", async () => {
    const evil: State = { name: EVIL, file: `${EVIL}\n${EXAMPLE}`, event: EVIL, exact: false };
    const inNames: State = {
      name: "dev.tfvars",
      file: EXAMPLE.replace('"Somebody took an OAuth client away"', JSON.stringify(EVIL)).replace(
        "OAuth client <client>",
        "<img src=x onerror=alert(1)> <client>",
      ),
      event: JSON.stringify({ "detail-type": "v2.users.{id}.presence", detail: { eventBody: EVIL }, id: EVIL }),
      exact: false,
    };
    await opened(browser(), pageWith(), {}, async (page, complaints) => {
      const before = await page.title();
      for (const each of [evil, inNames]) {
        await follow(page, await fragmentOf(each));
        await page.waitForFunction(`document.querySelector("#file").value === ${JSON.stringify(each.file)}`);
        expect(await state(page)).toEqual(each);
        expect(await page.locator("img, main script").count()).toBe(0);
      }
      expect(await page.locator("#verdict").textContent()).toContain("<img src=x");
      for (const broken of [
        "#state=",
        "#state=1.AAAA",
        `#state=1.${"A".repeat(1_000_000)}`,
        `#state=0.${btoa(EVIL)}`,
      ]) {
        await follow(page, broken);
        expect(await page.getByRole("alert").textContent()).toMatch(/^The link to this page cannot be read: it /);
        expect(await state(page)).toEqual(inNames);
      }
      await follow(page, await fragmentOf({ ...inNames, exact: true }));
      await page.getByRole("alert").waitFor({ state: "hidden" });
      expect(complaints).toEqual([]);

      // Nor would it run or ask where it got into the page: the policy keeps it from that.
      await page.evaluate(`document.body.append(
          Object.assign(document.createElement("script"), { text: "document.title = 'run'" }),
        )`);
      expect(await page.evaluate("fetch('http://127.0.0.1:9/').catch(() => 'refused')")).toBe("refused");
      expect(await page.title()).toBe(before);
      expect(complaints.length).toBeGreaterThan(1);
      expect(complaints.filter((said) => !/violates the .*Content Security Policy|^policy refuses/.test(said))).toEqual(
        [],
      );
    });
  });

  test.each<[string, Look]>([
    ["in light", {}],
    ["in dark", { colorScheme: "dark" }],
    ["on a telephone", { width: 360 }],
  ])("a report lets the reader try an event %s, and asks for nothing", async (_, look) => {
    const staging = committedEnvironment("staging");
    const interactive = tryAnEvent(script, modelText(staging));
    await opened(browser(), reportPage(reportFor(staging), { interactive }), look, async (page, complaints) => {
      await page.getByRole("link", { name: "Try an event" }).click();
      await page.getByLabel("sample").selectOption("detail-acd-start");

      expect(await page.locator("#sentence").textContent()).toBe("2 of 2 rules on its way match: 2 deliveries.");
      expect(await objections(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
      const ids = await page.evaluate<string[]>("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
      expect(new Set(ids).size).toBe(ids.length);
      expect(complaints).toEqual([]);
    });
  });
});
