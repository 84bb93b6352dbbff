import { reportFormats } from "../../report/formats";
import { mermaid } from "../../report/formats/markdown/mermaid";
import { code, prose } from "../../report/formats/markdown/text";
import { parsePlan } from "../../report/plan/read";
import { withoutPaths } from "../../report/text/urls";
import { runWith } from "../commands/run";
import { environment, file } from "../support/environment";
import { delivery } from "./findings/pair";
import { type Planned, planText } from "./plan";
import { reportFor } from "./report-of";

test.each([
  ["https://hooks.acme.example/services/T0/B0/TOKEN", "https://hooks.acme.example/…"],
  ["https://hooks.acme.example:8443/in?token=TOKEN#TOKEN", "https://hooks.acme.example:8443/…"],
  ["https://hooks.acme.example?token=TOKEN", "https://hooks.acme.example/…"],
  ["HTTPS://user:TOKEN@hooks.acme.example/", "HTTPS://hooks.acme.example"],
  ["https://user:TOKEN@hooks.acme.example/TOKEN", "https://hooks.acme.example/…"],
  ['{"url":"https://h.example/a?b=1\\u0026token=TOKEN","c":1}', '{"url":"https://h.example/…","c":1}'],
  ['{"url":"https://h.example\\/TOKEN"}', '{"url":"https://h.example/…"}'],
  ["https://h.example/<id>/TOKEN then more", "https://h.example/… then more"],
  ["from https://a.example/TOKEN to https://b.example/TOKEN", "from https://a.example/… to https://b.example/…"],
  ["https://h.example/?k=(sensitive value)&more", "https://h.example/…"],
  ["https://h.example", "https://h.example"],
  ["https://h.example/", "https://h.example/"],
  ["s3://bucket/key", "s3://bucket/key"],
])("of %s the host alone is shown", (text, shown) => {
  expect(withoutPaths(text)).toBe(shown);
});

const WEB = (path: string) => `type = "http"
url = "https://hooks.acme.example/${path}"
auth = { type = "basic", username = "u", password = { secrets_manager = "x" } }`;
const endpoint = (path: string) => `https://hooks.acme.example/${path}`;
const api = "aws_cloudwatch_event_api_destination.web";
const plan: readonly Planned[] = [
  ...delivery({ role_arn: "arn:aws:iam::123456789012:role/r" }).map((one) =>
    one.address.includes("target") ? { ...one, references: { arn: [`${api}.arn`] } } : one,
  ),
  {
    address: api,
    values: { name: "web", invocation_endpoint: endpoint("NEWPATH?q=NEWQUERY"), description: endpoint("NEWPATH") },
    before: { name: "web", invocation_endpoint: endpoint("OLDPATH"), description: "" },
  },
];

test("no form of a report shows the path of a webhook, of the file or of a plan", () => {
  const report = reportFor(
    environment(file({ destination: WEB("FILEPATH") })),
    parsePlan(Buffer.from(planText(plan)), "p"),
  );

  for (const format of Object.values(reportFormats)) {
    const text = format(report, {});
    expect(text).not.toMatch(/(?:NEW|OLD|FILE)(?:PATH|QUERY)/);
    expect(text).toContain("hooks.acme.example");
  }
});

test("nor does one that is held against another, or has its state behind one", async () => {
  const state = 'state = { backend = "http", address = "https://state.acme.example/STATEPATH" }';
  const files = {
    "environments/dev.tfvars": file({ destination: WEB("DEVPATH"), top: state }),
    "environments/prod.tfvars": file({ destination: WEB("PRODPATH"), top: state.replace("STATE", "OTHER") }),
    "environments/log.tfvars": file(),
  };

  for (const other of ["prod", "log"]) {
    const { stdout } = await runWith(files, ["report", "dev", "--against", other, "--json"]);
    expect(stdout).toContain("https://hooks.acme.example/…");
    expect(stdout).not.toMatch(/(?:DEV|PROD|STATE|OTHER)PATH/);
  }
});

/** Each would be more than text on GitHub, GitLab or elsewhere. */
const EVIL = [
  "@octocat",
  "#1",
  "GH-1",
  "!1",
  "acme/secrets#7",
  "https://evil.example/x",
  "www.evil.example",
  "[click](https://evil.example)",
  "![x](https://evil.example/pixel)",
  "<img src=https://evil.example>",
  "<!-- hidden",
  "**bold**",
  "`code`",
  "a | b",
  "a \\| b",
  "\\",
  "~~gone~~",
  "$x^2$",
  ":tada:",
  "- item",
  "# heading",
  "1. first",
  "a\n\n# heading",
  "</details>",
  "\u202eevil",
  "&commat;octocat",
];

test.each(EVIL)("%j stays text in prose", (evil) => {
  const text = prose(evil);

  expect(text).not.toMatch(
    /(?<!&)[@#](?=\w)|:\/\/|www\.(?!&)|<(?!\/?span>)|(?<!\\)[`*[\]|~]|\n|\u202e|^[-+] |^\d+[.)] |&[a-z]/i,
  );
  expect(text).not.toMatch(/\bGH-\d|!\d|\$|:tada:/);
});

test.each(EVIL)("%j stays text as code in a table", (evil) => {
  const text = code(evil);
  const [, ticks = "", inner = ""] = /^(`+)(.*)\1$/s.exec(text) ?? [];

  expect(text).not.toMatch(/\n|\u202e/);
  if (ticks === "") expect(text).toMatch(/^<code>(?:[A-Za-z0-9 ]|&#\d+;)*<\/code>$/);
  else {
    expect(inner.replace(/`+/g, (run) => (run.length === ticks.length ? "BROKEN" : ""))).not.toContain("BROKEN");
    // A backslash before the one that hides a column's end would show it.
    expect(inner).not.toMatch(/(?<!\\)\||\\\\\|/);
  }
});

test.each([...EVIL, 'x"]\n  click s0 href "https://evil.example"', "end", "#60;b#62;"])(
  "%j stays text within a box of Mermaid",
  (evil) => {
    const node = { id: "s0", names: [evil], label: evil, about: evil, anchor: "a" };
    const lines = mermaid({ streams: [node], rules: [], destinations: [], edges: [] }).split("\n");

    expect(lines).toEqual([
      "flowchart LR",
      expect.stringMatching(/^ {2}s0\(\["(?:[\p{L}\p{N} .,:/_-]|#\d+;|<br\/>)*"\]\)$/u),
    ]);
    expect(lines[1]).not.toMatch(/#8238;|#10;/);
  },
);
