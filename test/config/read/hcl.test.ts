import { brief, briefs, placeOf, read } from "./read";

const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";

const places: [what: string, text: string, path: (string | number)[], name: string, value: string][] = [
  ["a plain entry", "a = 1", ["a"], "1:1", "1:5"],
  ["a later line", "\n\n  a = 1", ["a"], "3:3", "3:7"],
  ["CRLF line ends", '# x\r\na = "b"\r\n\r\nc = 2\r\n', ["c"], "4:1", "4:5"],
  ["tabs, each of them one column", "\ta\t=\t1", ["a"], "1:2", "1:6"],
  ["a byte order mark, which is no column", "\ufeffa = 1", ["a"], "1:1", "1:5"],
  ["a comment before it", "/* é\n */ a /* é */ = /* é */ 1", ["a"], "2:5", "2:25"],
  ["letters of several bytes before it", 'x = { é中 = "ü한", a = 1 }', ["x", "a"], "1:18", "1:22"],
  ["a character of two code units before it", 'x = ["\u{1f600}", 1]', ["x", 1], "1:11", "1:11"],
  ["an emoji of many code points before it", `x = ["${family}", 1]`, ["x", 1], "1:11", "1:11"],
  ["flags before it", 'x = ["\u{1f1e9}\u{1f1ea}\u{1f1eb}\u{1f1f7}", 1]', ["x", 1], "1:12", "1:12"],
  ["a combining mark before it", 'x = ["e\u0301", 1]', ["x", 1], "1:11", "1:11"],
  ["more characters than are counted at once", `x = ["${family.repeat(500)}", 1]`, ["x", 1], "1:510", "1:510"],
  ["a list in a list", "x = [[],\n  [1,\n 2]]", ["x", 1, 1], "3:2", "3:2"],
  ["a map in a list", "x = [{ a = 1 },\n  { a = 2 }]", ["x", 1, "a"], "2:5", "2:9"],
  ["a quoted name", 'x = { "a b" : 1 }', ["x", "a b"], "1:7", "1:15"],
  ["a number as a name", "x = { 12 = true }", ["x", "12"], "1:7", "1:12"],
  ["a negative number, by its sign", "a = - 5", ["a"], "1:1", "1:5"],
  ["a heredoc, by its begin", "x = {\n  a = <<EOT\n1\nEOT\n}", ["x", "a"], "2:3", "2:7"],
  ["what stands behind a heredoc", "x = [<<EOT\n1\nEOT\n, 2]", ["x", 1], "4:3", "4:3"],
  ["a list, by its bracket", "x = { a = [ 1 ] }", ["x", "a"], "1:7", "1:11"],
  ["a name that is missing, by the map", "x = {\n  a = { b = 1 }\n}", ["x", "a", "c"], "2:7", "2:7"],
  ["a name that is missing at the top, by the file's begin", "\n\nx = 1", ["a"], "1:1", "1:1"],
  ["an item that is missing, by the list", "x = [1]", ["x", 1], "1:5", "1:5"],
  ["the last of a name written twice", "a = 1\na = 2", ["a"], "2:1", "2:5"],
];

test.each(places)("knows the place of %s", (_, text, path, name, value) => {
  const loaded = read(text);

  expect(placeOf(loaded, path, true)).toBe(name);
  expect(placeOf(loaded, path)).toBe(value);
});

const expressions: [what: string, expression: string, advice: RegExp][] = [
  ["a variable", "var.x", /reference/],
  ["a local value", "local.y", /reference/],
  ["an element", "x[0]", /reference/],
  ["a splat", "x[*].y", /reference/],
  ["an old splat", "x.*.y", /reference/],
  ["an element of a literal", "[1, 2][0]", /its result/],
  ["a member of a literal", "{ b = 1 }.b", /its result/],
  ["a function", 'join(",", ["x", upper("}")])', /join\(\) is a function/],
  ["a function over lines", "max(\n1,\n2 # )\n)", /max\(\) is a function/],
  ["a function of a heredoc", 'f(<<EOT\n)" ]\nEOT\n)', /f\(\) is a function/],
  ["a for expression that gives a list", "[for x in y : x]", /its result/],
  ["a for expression that gives a map", '{ for k, v in y : k => "${v}," }', /its result/],
  ["a for expression with a line break", "[for\nx in y : x if x != 1]", /its result/],
  ["a condition", "true ? 1 : 2", /its result/],
  ["a condition of a name", "x ? [1, 2] : { b = 3 }", /its result/],
  ["a sum", "1 + 2", /its result/],
  ["a product of texts", '"x" * "y"', /its result/],
  ["a comparison", "1 == 2", /its result/],
  ["a negation", "!true", /its result/],
  ["a negative name", "-x", /its result/],
  ["two signs", "--5", /its result/],
  ["parentheses", "(1)", /its result/],
  ["a template", '"x${y}"', /\$\$\{/],
  ["a template that holds texts and templates", '"${f("}", "${"}"}")}, {"', /\$\$\{/],
  ["a template that holds a comment", '"${ /* "} */ x }"', /\$\$\{/],
  ["a template over lines", '"${\nx\n}"', /\$\$\{/],
  ["a directive", '"%{ if x }y%{ endif }"', /%%\{/],
  ["a template in a heredoc", "<<EOT\n]}\n${x}\nEOT", /\$\$\{/],
  ["a directive in a flush heredoc", '<<-EOT\n  "\n  %{ if x }\n  EOT', /%%\{/],
  ["text without quotes", "us-east-1", /write "us-east-1"/],
  ["text of several words, before a comment", "so it is # no", /write "so it is"/],
  ["an address without quotes", "https://example", /write "https:\/\/example"/],
  ["a keyword in capitals", "TRUE", /write true, in small letters/],
];

test.each(expressions)("fails when a value is %s, and reads on behind it", (_, expression, advice) => {
  const text = `a = ${expression}\nb = 1\nc = { d = ${expression}\n}\ne = [${expression}\n, x]\n`;
  const lines = expression.split("\n").length;

  const { issues, value } = read(text);

  expect(issues.map(brief)).toEqual([
    "not-a-literal 1:5 a",
    `not-a-literal ${lines + 2}:11 c.d`,
    `not-a-literal ${2 * lines + 3}:6 e[0]`,
    `not-a-literal ${3 * lines + 3}:3 e[1]`,
  ]);
  expect(issues[0]?.message).toMatch(advice);
  expect(value).toMatchObject({ b: 1 });
});

test("keeps quiet about what has been refused already, and places later faults in the rest", () => {
  const loaded = read("a = { b = var.x }\nc = [local.y, 1]");

  expect(placeOf(loaded, ["a", "b"])).toBeUndefined();
  expect(placeOf(loaded, ["a", "b", "c"])).toBeUndefined();
  expect(placeOf(loaded, ["c", 0])).toBeUndefined();
  expect(placeOf(loaded, ["c", 1])).toBe("2:15");
});

const names: [what: string, text: string, issues: string[]][] = [
  ["a name twice", "a = 1\na = 2", ["duplicate-key 2:1 a"]],
  ["a name three times", "a = 1\na = 2\na = 3", ["duplicate-key 2:1 a", "duplicate-key 3:1 a"]],
  ["a name twice in a map", 'x = { a = 1, "a" = 2 }', ["duplicate-key 1:14 x.a"]],
  ["a name twice in a map in a list", "x = [{ a = 1\na = 1 }]", ["duplicate-key 2:1 x[0].a"]],
  ["a name twice in two spellings", 'x = { "\\u00e9" = 1, e\u0301 = 2 }', ["duplicate-key 1:21 x.é"]],
  [
    "two faulty values of one name",
    "a = x\na = y",
    ["not-a-literal 1:5 a", "not-a-literal 2:5 a", "duplicate-key 2:1 a"],
  ],
  ["__proto__", "__proto__ = 1", ["reserved-name 1:1 __proto__"]],
  ["toString in a length", "x = { length = [{ toString = 1 }] }", ["reserved-name 1:19 x.length[0].toString"]],
  ["__proto__ in a map", 'x = { "__proto__" = { a = 1 } }', ["reserved-name 1:7 x.__proto__"]],
];

test.each(names)("fails when there is %s", (_, text, issues) => {
  expect(briefs(text)).toEqual(issues);
});

test("says where the name was written first", () => {
  const { issues } = read("a = 1\na = 2\na = 3");

  expect(issues.map(({ message }) => /line \d+/.exec(message)?.[0])).toEqual(["line 1", "line 1"]);
});

test("no name changes what objects are", () => {
  const { value } = read("__proto__ = { a = 1 }\nconstructor = 2");

  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(Object(value))).toEqual(["constructor"]);
});

test("joins the letters of a name without quotes, as Terraform does and hcl2json does not", () => {
  expect(read("a = { e\u0301 = 1 }").value).toEqual({ a: { "\u00e9": 1 } });
});

const slips: [what: string, text: string, issue: string, advice: RegExp][] = [
  ["a block", "a = 1\nstreams { }", "syntax 2:1 streams", /streams = \{/],
  ["a block with a label", 'streams "x" {\n}', "syntax 1:1 streams", /streams = \{ x = \{/],
  ["a quoted name at the top", '"a" = 1', "syntax 1:1", /without quotes/],
  ["single quotes", "a = { b = 'x' }", "syntax 1:11 a.b", /write "/],
  ["a backtick", "a = `x`", "syntax 1:5 a", /write "/],
  ["typographic quotes", "a = [“x”]", "syntax 1:6 a[0]", /“ is not a quote here; write "/],
  ["German quotes", "a = „x“", "syntax 1:5 a", /write "/],
  ["guillemets", "a = «x»", "syntax 1:5 a", /write "/],
  ["full-width quotes", "a = ＂x＂", "syntax 1:5 a", /write "/],
  ["a non-breaking space", "a =\u00a0{ }", "syntax 1:4", /U\+00A0/],
  ["a byte order mark within the file", "a = 1\n\ufeffb = 2", "syntax 2:1", /U\+FEFF/],
  ["a space without width", "a\u200b = 1", "syntax 1:2", /U\+200B/],
];

test.each(slips)("fails when there is %s, and reads on as it was meant", (_, text, issue, advice) => {
  const { issues, value } = read(text);

  expect(issues.map(brief)).toEqual([issue]);
  expect(issues[0]?.message).toMatch(advice);
  expect(value).toBeDefined();
});

const faults: [what: string, text: string, issue: string, advice: RegExp][] = [
  ["single typographic quotes", "a = { ‘b’ = 1 }", "syntax 1:7 a", /write "/],
  ["a typographic quote at the end", 'a = "x”\n', "syntax 1:5 a", /closing "/],
  ["a dot in front of a name", "a = { .b = 1 }", "syntax 1:7 a", /wanted here, not a dot$/],
  ["a full-width equals sign", "a ＝ 1", "syntax 1:3", /= behind a is wanted here, not ＝/],
  ["a full-width comma", "a = [1，2]", "syntax 1:7 a", /comma/],
  ["a carriage return alone", "a = 1\rb = 2", "syntax 1:6", /U\+000D/],
  ["a text without its end in a list", 'a = [1, "x]\nb = 1', "syntax 1:9 a[1]", /closing "/],
  ["a text that ends in a backslash", 'a = { b = "x\\\n" }', "syntax 1:11 a.b", /closing "/],
  ["an unknown escape", 'a = "C:\\Users"', "syntax 1:8 a", /\\U is no escape; write \\\\/],
  ["an unknown escape of an emoji", 'a = "\\\u{1f600}"', "syntax 1:6 a", /\\\u{1f600} is no escape/u],
  ["an unknown escape in a name", 'a = { "\\d" = 1 }', "syntax 1:8 a", /no escape/],
  ["a name that is a template", 'a = { "${x}" = 1 }', "syntax 1:7 a", /template/],
  ["a name that is a reference", "a = { b.c = 1 }", "syntax 1:7 a", /quotes/],
  ["an account as a name whose zero would get lost", "a = { 012 = 1 }", "syntax 1:7 a", /"012" in quotes/],
  ["a heredoc without its end", "a = [<<EOT\nEOTx\n]\n", "syntax 1:6 a[0]", /EOT must stand alone/],
  ["a heredoc on one line", "a = <<EOT x EOT", "syntax 1:5 a", /next line/],
  ["a carriage return within a heredoc", "a = <<EOT\nx\ry\nEOT\n", "syntax 2:2 a", /carriage return/],
  ["a comment without its end", "a = [ /* 1\n]", "syntax 1:7 a", /write \*\//],
  ["a comment without its end behind an expression", "a = x /* 1", "syntax 1:7 a", /write \*\//],
  ["a list without its end", "a = [\n  1,\n  2\n\nb = 3\n", "syntax 5:1 a", /comma or \]/],
  ["a map without its end", "a = {\n  b = {\n    c = 1\n}\n", "syntax 2:7 a.b", /the \{ that was opened here.*line 4$/],
  ["the end of the file within a map", "a = { b", "syntax 1:5 a", /the \{ that was opened here/],
  ["a bracket behind an expression", "a = x)\n", "syntax 1:6", /not \)/],
  ["a number of too many digits", "a = { b = [12345678901234567890] }", "syntax 1:12 a.b[0]", /write it in quotes/],
  ["a number too big", "a = -1e400", "syntax 1:5 a", /write it in quotes/],
  ["too many brackets", `a = ${"[".repeat(10_000)}`, "too-deep 1:105 a[0][0]", /100 levels/],
  ["too many braces", `a = ${"{a=".repeat(10_000)}`, "too-deep 1:305 a.a.a", /100 levels/],
  ["too many templates", `a = ${'"${'.repeat(10_000)}`, "too-deep 1:310 a", /100 levels/],
];

test.each(faults)("fails when there is %s", (_, text, issue, advice) => {
  const { issues, value } = read(text);

  expect(issues.filter(({ id }) => id !== "not-a-literal").map(brief)).toEqual([issue]);
  expect(issues.at(-1)?.message).toMatch(advice);
  expect(value).toBeUndefined();
});

test("fails when there are expressions before a fault, and reports them all", () => {
  expect(briefs("a = var.x\nb = [y]\nc = 'x'")).toEqual([
    "not-a-literal 1:5 a",
    "not-a-literal 2:6 b[0]",
    "syntax 3:5 c",
  ]);
});

test("reads what is nested as deep as anything may be", () => {
  expect(briefs(`a = ${"[".repeat(99)}1${"]".repeat(99)}`)).toEqual([]);
});
