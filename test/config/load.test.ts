import { brief, briefs, placeOf, read } from "./read/read";

test("reads a file by its ending", () => {
  expect(read("a = 1", "tfvars").value).toEqual({ a: 1 });
  expect(read('{"a": 1}', "tfvars.json").value).toEqual({ a: 1 });
});

test("takes null for not set, but in patterns and lists, where it means something", () => {
  const { value } = read("a = null\nb = [null]\nrules = { r = { x = null, pattern = { y = [null], z = null } } }");

  expect(value).toEqual({ b: [null], rules: { r: { pattern: { y: [null], z: null } } } });
  expect(Object.keys(Object(value))).toEqual(["b", "rules"]);
});

test("says in an issue what the fault says, and the place in the file", () => {
  const loaded = read("a = {\n  b = 1\n}");

  const issues = loaded.issue({ id: "syntax", severity: "warning", path: ["a", "b"], message: "is y" });

  expect(issues).toEqual([
    { id: "syntax", severity: "warning", file: "dev.tfvars", line: 2, column: 7, path: "a.b", message: "is y" },
  ]);
});

const utf16le = Buffer.from('\ufeffa = "b"\n', "utf16le");

const encodings: [what: string, bytes: Uint8Array, issue: string, advice: RegExp][] = [
  ["a byte that UTF-8 does not know", Buffer.from('a = 1\nb = "\xff"', "latin1"), "encoding 2:6", /UTF-8/],
  ["Latin-1", Buffer.from('a = "é"', "latin1"), "encoding 1:6", /save the file as UTF-8/],
  ["a character that is cut", Buffer.from('a = "é').subarray(0, -1), "encoding 1:6", /UTF-8/],
  ["a surrogate in three bytes", Buffer.from('a = "\xed\xa0\x80"', "latin1"), "encoding 1:6", /UTF-8/],
  ["UTF-16 of little end", utf16le, "encoding 1:1", /UTF-16/],
  ["UTF-16 of big end", Buffer.from(utf16le).swap16(), "encoding 1:1", /UTF-16/],
  ["UTF-16 without its mark", utf16le.subarray(2), "encoding 1:2", /UTF-16/],
  ["a zero byte", Buffer.from("a = 1\n# \0"), "encoding 2:3", /zero byte/],
];

test.each(encodings)("fails when there is %s", (_, bytes, issue, advice) => {
  for (const ending of ["tfvars", "tfvars.json"]) {
    const { issues, value } = read(bytes, ending);

    expect(issues.map(brief)).toEqual([issue]);
    expect(issues[0]?.message).toMatch(advice);
    expect(value).toBeUndefined();
  }
});

const faults: [what: string, text: string, issues: string[]][] = [
  ["text that CDKTF keeps to itself", 'a = { b = ["x", "{TfToken[1]}"] }', ["reserved-text 1:17 a.b[1]"]],
  ["a part of such text", 'a = "x {TfToken["', ["reserved-text 1:5 a"]],
  ["such text in a heredoc", "a = <<EOT\n{TfToken[\nEOT\n", ["reserved-text 1:5 a"]],
  ["such text put together from escapes", 'a = "{\\u0054fToken["', ["reserved-text 1:5 a"]],
  [
    "such text put together in the JSON of a pattern",
    'a = "{\\"x\\": \\"{\\\\u0054fToken[\\"}"',
    ["reserved-text 1:5 a"],
  ],
  ["such a name", 'a = { "{TfToken[" = 1 }', ['reserved-text 1:7 a["{TfToken["]']],
  [
    "such text twice on a line",
    'a = ["{TfToken[", "{TfToken["]',
    ["reserved-text 1:6 a[0]", "reserved-text 1:19 a[1]"],
  ],
  ["a credential among the tags", 'tags = { a = "b"\n  api_key = "c" }', ["credential-in-file 2:3 tags.api_key"]],
  [
    "a credential among the tags that is an expression too",
    "tags = { Password = var.x }",
    ["credential-in-file 1:21 tags.Password"],
  ],
];

test.each(faults)("fails when there is %s", (_, text, issues) => {
  expect(briefs(text)).toEqual(issues);
});

test("fails when there is such text or a credential in JSON", () => {
  expect(briefs('{"a": "{TfToken[",\n "tags": {"secret": "x"}}', "tfvars.json")).toEqual([
    "credential-in-file 2:11 tags.secret",
    "reserved-text 1:7 a",
  ]);
});

test("never shows what a credential is", () => {
  const { issues } = read('tags = { token = "hunter2" }');

  expect(JSON.stringify(issues)).not.toContain("hunter2");
});

test("shows as an escape what would break the line, colour it or turn it around", () => {
  const [issue] = read('a = { "\\u0085" = {} }').issue({
    id: "syntax",
    path: ["a", "\u0085"],
    message: "\n \u001b[31m \u202e \ud83d",
  });

  expect(issue).toMatchObject({ path: String.raw`a["\u0085"]`, message: String.raw`\u000a \u001b[31m \u202e \ud83d` });
});

const LENGTH = 200_000;
const repeated = (text: string) => text.repeat(LENGTH / text.length);

const large: [what: string, text: string, ending?: string][] = [
  ["only quotes", `a = ${repeated('"')}`],
  ["brackets", `a = ${repeated("[")}`],
  ["brackets in pairs", `a = ${repeated("[]")}`],
  ["comments", `a = ${repeated("/*")}`],
  ["templates", `a = "${repeated("${")}`],
  ["templates in texts", `a = ${repeated('"${')}`],
  ["heredocs", `a = ${repeated("<<A\n")}`],
  ["a heredoc of a long word", `a = <<${repeated("x")}\n${repeated("x")}\n`],
  ["a heredoc of many lines", `a = <<-A\n${repeated(" x\n")}A\n`],
  ["spaces", `a = <<-A\n${repeated(" ")}x${repeated(" ")}\nA\n`],
  ["parentheses", `a = ${repeated("(")}`],
  ["fors", `a = ${repeated("[for x in ")}`],
  ["signs", `a = ${repeated("- ")}`],
  ["a long line", `a = "${repeated("x")}" b`],
  ["marks", `a = "${repeated("\u0301")}" b`],
  ["expressions on one line", `a = [${repeated("x,")}]`],
  ["expressions around expressions", `a = ${"[".repeat(90)}${repeated("1,")}${"]+1".repeat(90)}`],
  ["faults of one name", repeated("a = x\n")],
  ["very many names", Array.from({ length: LENGTH / 8 }, (_, index) => `a${index} = x`).join("\n")],
  ["brackets in JSON", repeated("["), "tfvars.json"],
  ["quotes in JSON", repeated('"'), "tfvars.json"],
  ["names in JSON", `{${repeated('"a":1,')}"b":2}`, "tfvars.json"],
];

test.each(large.map(([what, text, ending = "tfvars"]) => [what, text, ending]))(
  "ends soon when given %s",
  (_, text, ending) => {
    const begin = performance.now();

    const loaded = read(text ?? "", ending);
    for (const name of Object.keys(Object(loaded.value))) placeOf(loaded, [name], true);

    // What takes the square of its time would take minutes.
    expect(performance.now() - begin).toBeLessThan(4000);
  },
);
