import { markdown } from "../../report/formats/markdown";
import { code, prose } from "../../report/formats/markdown/text";
import { parsePlan } from "../../report/plan/read";
import { environment, file } from "../support/environment";
import { committedEnvironment } from "../support/every";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

test("draws the flow as Mermaid", () => {
  const text = markdown(reportFor(committedEnvironment("central-bus")), {});

  expect(text).toContain(`\`\`\`mermaid
flowchart LR
  s0(["everything<br/>4 topics"])
  r0["forward<br/>4 topics"]
  d0[["central<br/>event_bus, in account 210987654321"]]
  s0 --> r0
  r0 --> d0
  classDef outside stroke-width:4px
  class d0 outside
\`\`\``);
});

/** Long rows. */
const TARGETS =
  'targets = { log = { fields = ["detail.eventBody.presenceDefinition.systemPresence", "detail.eventBody.modifiedDate", "detail.eventBody.message", "detail.eventBody.source", "detail.topicName", "time"] } }';
const many = (count: number) =>
  environment(
    file({
      rule: Array.from(
        { length: count },
        (_, n) => `pattern = { detail = { eventBody = { id = ["${n}"] } } }\n${TARGETS} }\nr${n} = { stream = "audit"`,
      )
        .join("\n")
        .concat('\npattern = { detail = { eventBody = { id = ["last"] } } }\ntargets = ["log"]'),
    }),
  );

test("fits a pull request's comment, and says where the rest is", () => {
  const report = reportFor(many(299));
  const [linked, alone] = [markdown(report, { link: "https://ci.example/run/1" }), markdown(report, {})];

  expect(linked.length).toBeLessThanOrEqual(65_536);
  expect(linked).toMatch(/> Shortened by 200 rules\. .*\[read it here\]\(<https:\/\/ci\.example\/run\/1>\)\.$/);
  expect(alone).toMatch(/`npm run -s report -- dev` makes it\.$/);
  expect(linked).toContain("and 299 more rules that go the same way");
});

test("keeps what is gravest of a plan of any size, and all its sections", () => {
  const change = (n: number): Planned => ({
    address: `aws_sqs_queue.q${n}`,
    ...(n === 999 ? { actions: ["delete"], before: { name: "last" } } : { values: { name: `q${n}` } }),
  });
  const plan = parsePlan(Buffer.from(planText(Array.from({ length: 1000 }, (_, n) => change(n)))), "plan.json");
  const text = markdown(reportFor(environment(file()), plan), {});

  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(text).toContain("The queue last is destroyed, with every message in it.");
  expect(text).toMatch(/### Findings[\s\S]*### Where events flow[\s\S]*Every statement of every policy/);
  expect(text).toMatch(/> Shortened by \d+ changes and \d+ findings\. /);
});

test("is not shortened where it fits", () => {
  expect(markdown(reportFor(many(1)), {})).not.toContain("Shortened");
});

test("text of the file stays text", () => {
  expect(prose("<b> @you *x* #1 [a](b) | `c`")).toBe(
    "&#60;b&#62; &#64;&#8203;you \\*x\\* &#35;&#8203;1 \\[a\\](b) \\| \\`c\\`",
  );
  expect(code("a|`b``")).toBe("``` a\\|`b`` ```");
});

test("says what is found and what is waived, and which controls cannot be met", () => {
  const lossy = file({ rule: "targets = { log = { dead_letter = false } }" });
  const text = markdown(reportFor(environment(lossy)), {});

  expect(text).toContain(
    "| medium | `no-dead-letter` | `rules.all.targets.log`: the target has no dead-letter queue |",
  );
  expect(text).toMatch(/\| EventBridge\.3 \| cannot be met \| AWS refuses a resource policy/);
  expect(markdown(reportFor(committedEnvironment("central-bus")), {})).toMatch(
    /None open\.\n\nWaived:\n\n- `personal-data-leaves` at .* Accepted by contact-centre-platform until 2030-12-31: /,
  );
});
