import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { playgroundScript } from "../../playground/bundle";
import type { RuleTrace, Trace } from "../../trace/trace";
import { failureText, lossText } from "../../trace/words";
import { genesysEventbridge } from "../bin/support";
import { cases } from "../patterns/cases";
import { inChromium, opened } from "../report/browser";
import { committedEnvironments, root } from "../support/committed";
import { pageWith } from "./pages";
import { type Outcome, outcomes } from "./patterns-in-browser";

const folders = ["data/sample-events", ...committedEnvironments().map(({ name }) => `environments/${name}.events`)];
const events = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".json") && !name.endsWith(".expected.json"))
    .map((name) => `${folder}/${name}`),
);

/** A rule of a verdict: its name, whether it matches, then why not, or each delivery with its payload. */
type Row = readonly (string | readonly string[])[];

/** Returns the rules of a verdict as the page shows them, or the sentence where there are none. */
const READ = `(() => {
  const rows = [...document.querySelectorAll("#verdict article")].map((rule) => [
    rule.dataset.rule,
    rule.querySelector(".badge").textContent,
    ...[...rule.querySelectorAll(".reason")].map((reason) => reason.textContent),
    ...[...rule.querySelectorAll("[data-destination]")].map((to) => [
      to.dataset.destination, to.querySelector("p").textContent, to.querySelector(".payload")?.textContent ?? "",
    ]),
  ]);
  return rows.length > 0 ? rows : document.querySelector("#sentence").textContent;
})()`;

function rowOf(rule: RuleTrace): Row {
  if (!rule.matches) return [rule.rule, "does not match", rule.reason];
  const deliveries = rule.deliveries.map((delivery) =>
    delivery.delivered
      ? [delivery.destination, `${delivery.bytes} bytes; ${failureText(delivery)}`, delivery.payload]
      : [delivery.destination, lossText(delivery.lost), ""],
  );
  return [rule.rule, "matches", ...deliveries];
}

type Shown = readonly Row[] | string;

/** The same of what `trace --json` says, which passes over what is no event. */
function expected(traces: readonly Trace[] | undefined): Shown {
  if (traces === undefined) return "No verdict: the event has an error.";
  const rules = traces.flatMap(({ streams }) => streams.flatMap((stream) => stream.rules));
  const [first] = traces;
  return rules.length === 0 && first?.reason !== undefined ? `${first.reason}.` : inOrder(rules.map(rowOf));
}

const inOrder = (rows: Shown = ""): Shown =>
  typeof rows === "string" ? rows : [...rows].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));

async function tracesOf(environment: string, exact: boolean): Promise<Map<string, Trace[]>> {
  const given = events.flatMap((event) => ["--event", event]);
  const args = ["trace", `environments/${environment}.tfvars`, ...given, "--json", ...(exact ? ["--exact"] : [])];
  const { stdout } = await genesysEventbridge(args, { cwd: root });
  const lines: (Trace & { readonly place: string })[] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const found = new Map<string, Trace[]>();
  for (const { place, ...trace } of lines) {
    const file = place.replace(/, (?:by stream|event) .*/, "");
    found.set(file, [...(found.get(file) ?? []), trace]);
  }
  return found;
}

/** Returns what the page shows of each event, one after the other. */
async function shownOf(page: Page): Promise<Shown[]> {
  const texts = events.map((path) => readFileSync(join(root, path), "utf8"));
  return page.evaluate(`(async () => {
    const field = document.querySelector("#event"), found = [];
    for (const text of ${JSON.stringify(texts)}) {
      field.value = text;
      field.dispatchEvent(new Event("input"));
      await new Promise((done) => setTimeout(done, 0));
      found.push(${READ});
    }
    return found;
  })()`);
}

inChromium("verdicts in a browser", (browser) => {
  test.each(committedEnvironments().map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]))(
    "are those of trace for every event in %s",
    async (name, text) => {
      const traced = await Promise.all([false, true].map((exact) => tracesOf(name, exact)));
      await opened(browser(), pageWith(text, `environments/${name}.tfvars`), {}, async (page) => {
        for (const traces of traced) {
          const shown = await shownOf(page);
          await page.locator("#exact").check();

          const wanted = events.map((event) => expected(traces.get(event)));
          if (traces === traced[0]) expect(wanted.filter((rows) => typeof rows === "object")).not.toEqual([]);
          for (const [index, event] of events.entries())
            expect([event, inOrder(shown[index])]).toEqual([event, wanted[index]]);
        }
      });
    },
  );

  test("are those of the reference library for 3,618 patterns", async () => {
    const script = playgroundScript(false, "test/playground/patterns-in-browser.ts");
    const found = await opened(browser(), "<!doctype html><title>patterns</title>", {}, async (page) => {
      await page.evaluate(script);
      return page.evaluate<Outcome[]>(`outcomes(${JSON.stringify(cases)})`);
    });

    expect(cases).toHaveLength(3618);
    expect(found).toEqual(outcomes(cases));
    expect(found).toEqual(
      cases.map(({ expect: wanted }) => (wanted === "invalid" ? wanted : [wanted, wanted, wanted])),
    );
  });
});
