import { page } from "../../report/formats/html";
import { Html, html } from "../../report/formats/html/html";
import { environment, file } from "../support/environment";
import { committedEnvironment, everyDestination } from "../support/every";
import { reportFor } from "./report-of";

const every = page(reportFor(everyDestination()), {});
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

test("whatever is filled in is escaped, unless it is HTML", () => {
  const evil = `<img src=x onerror="alert('1')">&`;

  expect(html`<p title="${evil}">${[evil, html`<b>${evil}</b>`]}${undefined}${0}</p>`.text).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;<b>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</b>0</p>',
  );
  expect(html`${"a\u202eb\u0007\nc"}`.text).toBe("a\\u202eb\\u0007\nc");
  expect(html`${new Html("<i>")}`.text).toBe("<i>");
});

test("text of the file does not become a part of the page", () => {
  const evil = "</td><script>alert(1)</script>";
  const text = page(reportFor(environment(file({ rule: `description = "${evil}"\ntargets = ["log"]` }))), {});

  expect(text).toContain("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(text).not.toContain("<script");
});

test("needs nothing from elsewhere and runs nothing", () => {
  expect(every).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)\b|\son\w+=|\bsrc=|@import|url\((?!#)/i);
  expect(all(every, /href="([^"]*)"/g).filter((href) => !href.startsWith("#"))).toEqual([]);
  expect(every).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test("every link leads somewhere, and no id stands twice", () => {
  const ids = all(every, /\sid="([^"]*)"/g);

  expect(new Set(ids).size).toBe(ids.length);
  expect(all(every, /href="#([^"]*)"/g).filter((target) => !ids.includes(target))).toEqual([]);
});

test("every table has a caption, and every head cell its scope", () => {
  expect(all(every, /<(table|caption)>/g).join()).toMatch(/^(?:table,caption,?)+$/);
  expect(every).not.toMatch(/<th>|<th (?!scope)/);
});

test("headings leave out no level", () => {
  const levels = all(every, /<h(\d)[ >]/g).map(Number);

  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
});

test("draws every stream, rule and destination, and what leads from one to the other", () => {
  const [picture = ""] = all(every, /(<svg[\s\S]*<\/svg>)/g);

  expect(all(picture, /<a href="#([^"]*)">/g)).toHaveLength(1 + 4 + 15);
  expect(all(picture, /(class="edge")/g)).toHaveLength(4 + 15);
  expect(all(picture, /(class="inner")/g)).toHaveLength(6); // what leaves
});

test("draws what is switched off with a dashed frame", () => {
  const text = page(reportFor(environment(file({ rule: 'enabled = false\ntargets = ["log"]' }))), {});

  expect(text).toContain('<rect class="box off"');
});

test("explains what is found in several places once", () => {
  expect(all(every, /<code>(personal-data-leaves)<\/code><\/h3>/g)).toHaveLength(1);
  expect(all(every, /<li><code>([^<]*)<\/code>: whole events/g)).toEqual([
    "rules.one.targets.bus",
    "rules.one.targets.webhook",
    "rules.three.targets.batches",
    "rules.three.targets.inside",
    "rules.two.targets.topic",
  ]);
});

test("says what is waived, by whom and until when", () => {
  const text = page(reportFor(committedEnvironment("central-bus")), {});

  expect(text).toContain("No open finding.");
  expect(text).toMatch(/personal-data-leaves.*contact-centre-platform<\/div><div>2030-12-31/);
});

test("says what a destination gets, rules that send the same together", () => {
  const rules = `targets = ["log"] }
    b = { stream = "audit", pattern = { detail = { version = ["3"] } }, targets = ["log"] }
    c = { stream = "audit", pattern = { detail = { version = ["4"] } }, targets = { log = { fields = ["id"] } }`;
  const text = page(reportFor(environment(file({ rule: rules }))), {});

  expect(all(text, /<li>(the(?:se)? (?:whole|parts).*?)<\/li>/g)).toEqual([
    'the whole event, from <a href="#rule-all">all</a> and 1 other rule',
    'these parts of the event <code>id</code> <code>time</code>, from <a href="#rule-c">c</a>',
  ]);
});
