import type { Issue } from "../../../text/issue";
import { ask, asTemplates, withoutNulls } from "./oracle";
import { brief, read } from "./read";

const literals: [what: string, text: string][] = [
  ["an empty file", ""],
  ["a file of line breaks", "\n\r\n\n"],
  ["a file of one comment without a line break", "# nothing"],
  ["a byte order mark", '\ufeffa = "b"\n'],
  ["a last line without a line break", "a = 1"],
  ["CRLF line ends", 'a = 1\r\nb = [\r\n  2,\r\n]\r\nc = {\r\n  d = "e"\r\n}\r\n'],
  ["tabs", "a\t=\t1\n\tb\t=\t{\tc\t=\t2\t}\t\n"],
  ["no spaces at all", 'a=1\nb=[1,2]\nc={d=1,e="f"}\n'],
  ["an empty text", 'a = ""'],
  ["simple escapes", String.raw`a = "1\n2\r3\t4\"5\\6"`],
  ["escapes of four digits", String.raw`a = "\u00e9\u00E9\u4e2d\u0000"`],
  ["escapes of eight digits", String.raw`a = "\U0001f600\U0001F600\U00000041"`],
  ["an escape before more digits", String.raw`a = "\u00e9e9"`],
  ["an escaped backslash before a letter", String.raw`a = "\\n\\u00e9"`],
  ["an escaped template", 'a = "$${x} %%{ if }"'],
  ["an escaped template without its end", 'a = "$${"'],
  ["dollars and percents that open nothing", 'a = "$ $$ $$$ % %% $x %x {x} $ {x}"'],
  ["a dollar before an escaped template", 'a = "$$${x} %%%{x}"'],
  ["a template that an escape only seems to open", String.raw`a = "$\u007bx}"`],
  ["comment signs within a text", 'a = "# // /* */"'],
  ["brackets within a text", 'a = "}])({["'],
  ["a tab within a text", 'a = "1\t2"'],
  ["text that is not in NFC", 'a = "e\u0301 \u212b"'],
  ["an escape that NFC joins to the letter before", String.raw`a = "e\u0301"`],
  ["emoji and other scripts", 'a = "👩‍👩‍👧 🇩🇪 한글 العربية"'],
  ["a heredoc", "a = <<EOT\none\n  two\nEOT\n"],
  ["an empty heredoc", "a = <<EOT\nEOT\n"],
  ["a heredoc whose end is indented", "a = <<EOT\n  one\n   EOT\n"],
  ["a heredoc whose end has spaces behind it", "a = <<EOT\none\nEOT \t\n"],
  ["a heredoc with its word within a line", "a = <<EOT\nEOT x\nxEOT\nEOT\n"],
  ["a heredoc with an unusual word", "a = <<_é-1\none\n_é-1\n"],
  ["a heredoc with quotes, backslashes and comment signs", 'a = <<EOT\n"\\n\\u00e9" # // /*\nEOT\n'],
  ["a heredoc with escaped templates", "a = <<EOT\n$${x} %%{y} $$${{ $ %\nEOT\n"],
  ["a heredoc of CRLF lines", "a = <<EOT\r\none\r\n\r\nEOT\r\nb = 1\r\n"],
  ["a heredoc that is not in NFC", "a = <<EOT\ne\u0301\nEOT\n"],
  ["a flush heredoc", "a = <<-EOT\n    one\n      two\n    EOT\n"],
  ["a flush heredoc with blank lines", "a = <<-EOT\n    one\n\n  \n      \n    two\n  EOT\n"],
  ["a flush heredoc with one line at the margin", "a = <<-EOT\n  one\ntwo\n  EOT\n"],
  ["a flush heredoc of blank lines", "a = <<-EOT\n  \n\n    \n  EOT\n"],
  ["a flush heredoc with tabs", "a = <<-EOT\n\t\tone\n\t two\n\tEOT\n"],
  ["a flush heredoc of CRLF lines", "a = <<-EOT\r\n  one\r\n\r\n   two\r\n  EOT\r\n"],
  ["heredocs in a list", "a = [<<EOT\none\nEOT\n, <<-EOT\n  two\n  EOT\n]\n"],
  ["a heredoc in a map", "a = {\n  b = <<EOT\none\nEOT\n  c = 1\n}\n"],
  ["whole numbers", "a = [0, 7, 123456789012, 9007199254740991]"],
  ["numbers with leading zeros", "a = [007, 00]"],
  ["decimals", "a = [0.5, 1.0, 1.50, 0.1000000000000000055]"],
  ["exponents", "a = [1e3, 1E3, 1e+3, 15e-1, 1.5E2]"],
  ["negative numbers", "a = [-5, - 5, -0, -1.5e3, -\t7]"],
  ["truth values and null", "a = true\nb = false\nc = null\nd = [null, { e = null }]"],
  ["words that begin like keywords", "nullable = 1\ntrue-ish = 2\nforward = { format = 3, inner = 4 }"],
  ["an empty list and an empty map", "a = []\nb = {}\nc = [\n]\nd = {\n\n}\n"],
  ["lists over lines", "a = [\n  1,\n  2\n  ,\n\n  3,\n]"],
  ["nested lists and maps", "a = [[], [[1]], { b = [{ c = {} }] }]"],
  ["a map with commas", "a = { b = 1, c = 2, }"],
  ["a map with line breaks", "a = {\n  b = 1\n\n  c = 2\n}"],
  ["a map with commas and line breaks", "a = {\n  b = 1,\n  c = 2,\n  d = 3 }"],
  ["a map with colons", 'a = { b : 1, "c": 2, 3:4 }'],
  ["quoted names", 'a = { "b c" = 1, "\\u00e9\\"" = 2, "" = 3, "$${x}" = 4 }'],
  ["numbers as names", "a = { 1 = 2, 123456789012 = 3, 1.5 = 4 }"],
  ["keywords as names", "a = { true = 1, null = 2, for = 3, if = 4, in = 5 }\ntrue = 6\nfor = 7"],
  ["a quoted for as the first name", 'a = { "for" = 1 }'],
  ["names of many letters", "é = 1\n_a-b-1 = 2\n中 = { ü_-9 = 3 }"],
  ["the names of Object's own properties", "constructor = 1\na = { toString = 2, hasOwnProperty = 3 }"],
  ["comments on lines of their own", "# 1\n// 2\n/* 3\n 4 */\na = 1\n# 5\n"],
  ["comments behind values", "a = 1 # 1\nb = 2 // 2\nc = 3 /* 3 */\nd = [1 # 4\n] # 5\n"],
  ["comments in every gap", "/*1*/a/*2*/=/*3*/{/*4*/b/*5*/=/*6*/1/*7*/,/*8*/c=[/*9*/2/*10*/,/*11*/]/*12*/}/*13*/"],
  ["comments within lists and maps", "a = [ # 1\n 1, // 2\n /* 3 */ 2\n # 4\n]\nb = { # 5\n c = 1 // 6\n # 7\n}"],
  ["a comment that holds other comments' signs", "/* # // /* **/ a = 1 # */ /*\n"],
  ["a comment over lines before the line's end", "a = 1 /*\n*/\nb = 2"],
];

test.each(literals)("reads %s as Terraform does", async (_, text) => {
  const theirs = await ask(text);

  const { issues, value } = read(text);

  expect({ issues, refusedAt: theirs.refusedAt }).toEqual({ issues: [] });
  expect(asTemplates(value)).toEqual(withoutNulls(theirs.value));
});

const broken: [what: string, text: string][] = [
  ["an unknown escape", 'a = "x\\q"'],
  ["an escape with too few digits", 'a = "\\u12"'],
  ["an escape of half a character", 'a = "\\ud83d\\ude00"'],
  ["an escape beyond Unicode", 'a = "\\U00110000"'],
  ["a heredoc without its word", "a = <<\nx\n"],
  ["a heredoc with a quoted word", 'a = <<"EOT"\nx\nEOT\n'],
  ["a heredoc with text behind its word", "a = <<EOT x\nEOT\n"],
  ["a comment without its end", "a = 1\n/* x"],
  ["a list without its end", "a = [1"],
  ["a list that is only opened", "a = ["],
  ["a map without its end", "a = { b = 1"],
  ["a list closed as a map", "a = [1}"],
  ["a map closed as a list", "a = { b = 1]"],
  ["a bracket too many", "a = [1]]"],
  ["a bracket alone", "a = 1\n]"],
  ["list items without a comma", "a = [1 2]"],
  ["two commas in a list", "a = [1,,2]"],
  ["a comma at the begin of a list", "a = [,1]"],
  ["map entries without a separator", "a = { b = 1 c = 2 }"],
  ["two commas in a map", "a = { b = 1, , c = 2 }"],
  ["a comma after a line break in a map", "a = {\n  b = 1\n  , c = 2\n}"],
  ["a map entry without =", "a = { b 1 }"],
  ["a map entry without a name", "a = { = 1 }"],
  ["a map entry without a value", "a = { b = }"],
  ["a line break before the = of a map", "a = { b\n= 1 }"],
  ["a line break behind the = of a map", "a = { b =\n1 }"],
  ["a name without a value", "a ="],
  ["a value on the next line", "a =\n1"],
  ["an = without a name", "= 1"],
  ["a number as a name", "1 = 2"],
  ["a quoted name", '"a" = 1'],
  ["two values", "a = 1 2"],
  ["two texts", 'a = "x" "y"'],
  ["two entries on a line", "a = 1 b = 2"],
  ["an entry behind a comment over lines", "a = 1 /*\n*/ b = 2"],
  ["a semicolon", "a = 1;"],
  ["a comma behind an entry", "a = 1,\nb = 2"],
  ["a number with a plus", "a = +5"],
  ["a number without its first digit", "a = .5"],
  ["single quotes", "a = 'x'"],
  ["typographic quotes", "a = “x”"],
  ["a non-breaking space", "a =\u00a01"],
  ["a full-width =", "a ＝ 1"],
  ["a sign that means nothing", "a = @x"],
  ["the same name twice", "a = 1\na = 2"],
];

test.each(broken)("fails when there is %s, where Terraform does", async (_, text) => {
  const theirs = await ask(text);

  const { issues } = read(text);

  expect(issues.map(at)).toEqual([theirs.refusedAt]);
});

const brokenElsewhere: [what: string, text: string, theirs: string, ours: string][] = [
  // We point to the quote or the << that begins the text, the parser to where it stops looking for the end.
  ["a text without its end", 'a = "x', "1:7", "1:5"],
  ["a text that a line break cuts", 'a = "x\nb = 1\n', "1:7", "1:5"],
  ["a text that a carriage return cuts", 'a = "x\ry"', "1:7", "1:5"],
  ["a text that ends in a backslash", 'a = "x\\', "1:7", "1:5"],
  ["a heredoc without its end", "a = <<EOT\nx\n", "3:1", "1:5"],
  ["a heredoc whose end has no line break", "a = <<EOT\nx\nEOT", "3:4", "1:5"],
  // The quote behind x opens a text within the template; the parser points to the template.
  ["a template without its end", 'a = "${x"', "1:6", "1:9"],
  // We point to the bracket that was opened, the parser to the end of the file.
  ["a map that the next line's key ends", "a = {\n  b = 1\nc = 2\n", "4:1", "1:5"],
  // We point to where the = is wanted, the parser to the name before.
  ["a name without =", "a\n= 1", "1:1", "1:2"],
  ["a name alone", "a", "1:1", "1:2"],
  ["a name with a dot", "a.b = 1", "1:1", "1:2"],
  ["a colon for =", "a : 1", "1:1", "1:3"],
  // We point to the number, the parser to where it stops being one.
  ["a number with letters", "a = 5abc", "1:6", "1:5"],
  ["a number with underscores", "a = 1_000", "1:6", "1:5"],
];

test.each(brokenElsewhere)("fails when there is %s, in a place of our own", async (_, text, theirs, ours) => {
  const answer = await ask(text);

  const { issues } = read(text);

  expect(answer.refusedAt).toBe(theirs);
  expect(issues.map(at)).toEqual([ours]);
});

const stricter: [what: string, text: string, issue: string][] = [
  ["a reference", "a = var.x", "not-a-literal 1:5 a"],
  ["a function", 'a = upper("x")', "not-a-literal 1:5 a"],
  ["a template", 'a = "${1}"', "not-a-literal 1:5 a"],
  ["a template in a heredoc", "a = <<EOT\n%{ if true }x%{ endif }\nEOT\n", "not-a-literal 1:5 a"],
  ["two signs", "a = --5", "not-a-literal 1:5 a"],
  ["parentheses", "a = (5)", "not-a-literal 1:5 a"],
  ["a name in parentheses", "a = { (1) = 5 }", "syntax 1:7 a"],
  ["a block", "streams {}", "syntax 1:1 streams"],
  ["a name written twice in a map, where the last one would win", "a = { b = 1, b = 2 }", "duplicate-key 1:14 a.b"],
  ["a number that JavaScript cannot keep", "a = 12345678901234567890", "syntax 1:5 a"],
  ["an account as a name whose zero would get lost", "a = { 012345678901 = 1 }", "syntax 1:7 a"],
  ["a zero byte", 'a = "\0"', "encoding 1:6"],
];

test.each(stricter)("fails when there is %s, though Terraform reads it", async (_, text, issue) => {
  const theirs = await ask(text);

  const { issues } = read(text);

  expect(theirs.refusedAt).toBeUndefined();
  expect(issues.map(brief)).toEqual([issue]);
});

function at({ line, column }: Issue): string {
  return `${line}:${column}`;
}
