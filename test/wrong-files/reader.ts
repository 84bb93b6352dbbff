import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

/** Text that is no HCL, or that is more than plain values. */
export const reader: readonly WrongFile[] = [
  [
    "has text without quotes",
    file({ top: "genesys_region = us-east-1" }),
    "not-a-literal 4:18 genesys_region",
    /write "us-east-1"/,
  ],
  ["has single quotes", file({ top: "genesys_region = 'us-east-1'" }), "syntax 4:18 genesys_region", /write "/],
  [
    "has quotes of a word processor",
    file({ top: "genesys_region = “us-east-1”" }),
    "syntax 4:18 genesys_region",
    /write "/,
  ],
  ["has a block", file().replace("streams =", "streams"), "syntax 5:1 streams", /with an equals sign/],
  [
    "has text without its end",
    file({ top: 'genesys_region = "us-east-1' }),
    "syntax 4:18 genesys_region",
    /no closing "/,
  ],
  ["has a list without its end", 'tags = { a = ["x"\nb = 2', "syntax 2:1 tags.a", /a comma or \]/],
  ["has two keys on a line", 'aws_region = "x" tags = {}', "syntax 1:18", /new line is wanted/],
  ["uses a variable", file({ top: "tags = { a = var.owner }" }), "not-a-literal 4:14 tags.a", /write the value itself/],
  [
    "has a variable in text",
    file({ top: 'tags = { a = "x-${var.owner}" }' }),
    "not-a-literal 4:14 tags.a",
    /write what it stands for/,
  ],
  ["calls a function", file({ top: 'tags = { a = upper("x") }' }), "not-a-literal 4:14 tags.a", /write its result/],
  [
    "calculates",
    file({ rule: "targets = { log = { retry_attempts = 5 * 2 } }" }),
    "not-a-literal 9:38 rules.all.targets.log.retry_attempts",
    /write its result/,
  ],
  ["quotes a name at the top", '"tags" = {}', "syntax 1:1", /without quotes/],
  [
    "has an escape that is none",
    file({ top: 'tags = { a = "C:\\q" }' }),
    "syntax 4:17 tags.a",
    /write \\\\ for a backslash/,
  ],
  [
    "has a name that no map can hold",
    file({ top: 'tags = { __proto__ = "x" }' }),
    "reserved-name 4:10 tags.__proto__",
    /JSON string/,
  ],
  ["has an account without quotes", "aws_account_id = 12345678901234567890", "syntax 1:18 aws_account_id", /in quotes/],
  ["has a comment without its end", "tags = {} /* x", "syntax 1:11 tags", /write \*\//],
  ["has a text over lines without its end", "tags = { a = <<EOT\nx", "syntax 1:14 tags.a", /EOT must stand alone/],
  ["has a dotted name", "tags = { a.b = 1 }", "syntax 1:10 tags", /in quotes/],
  ["says a thing twice", file({ top: 'aws_region = "us-east-1"' }), "duplicate-key 4:1 aws_region", /keep one/],
  [
    "has what CDKTF keeps to itself",
    file({ top: 'tags = { a = "{TfToken[1]}" }' }),
    "reserved-text 4:14 tags.a",
    /write something else/,
  ],
  [
    "is nested without end",
    `tags = ${"{ a = ".repeat(101)}1${" }".repeat(101)}`,
    "too-deep 1:608 tags.a.a",
    /more than 100 levels/,
  ],
  [
    "has more wrong than anybody reads",
    Array.from({ length: 2000 }, (_, index) => `k${index} = 1\n`).join(""),
    "too-many-issues 1:1",
    /1000 messages/,
  ],
  ["has a byte of another encoding", "tags = {} # \0", "encoding 1:13", /save the file as UTF-8/],
];
