import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const stream = (keys: string) => file({ stream: keys });
const SILENCE = "6:19 streams.audit.silence_minutes";
const PROTECT = "6:11 streams.audit.protect";
/** Indented as the formatter does it, so that a missing bracket shows. */
const INDENTED = `aws_account_id = "123456789012"
aws_region     = "us-east-1"
streams = {
  audit = {
    event_source_suffix = "audit"
    topic_filters       = ["v2.users.{id}.presence"]
  }
}
rules = {
  all = {
    stream  = "audit"
    targets = ["log"]
  }
}
destinations = {
  log = {
    type = "cloudwatch_logs"
  }
}
`;
const without = (part: string, replacement = "") => {
  if (!INDENTED.includes(part)) throw new Error(`there is no ${part}`);
  return INDENTED.replace(part, replacement);
};

/** What other languages and programs write: each is read as it was meant, so that one file is mended in one round. */
export const slips: readonly WrongFile[] = [
  ...(["True", "TRUE"] as const).map(
    (word): WrongFile => [
      `has ${word}`,
      stream(`protect = ${word}`),
      `not-a-literal ${PROTECT}`,
      /write true, in small letters/,
    ],
  ),
  ...(["yes", "on", "enabled"] as const).map(
    (word): WrongFile => [
      `has ${word} for true`,
      stream(`protect = ${word}`),
      `not-a-literal ${PROTECT}`,
      /write true, or "/,
    ],
  ),
  ["has off for false", stream("protect = off"), `not-a-literal ${PROTECT}`, /write false, or "off"/],
  ["has None", stream("protect = None"), `not-a-literal ${PROTECT}`, /leave the key out/],
  ["has a number with its unit", stream("silence_minutes = 2h"), `not-a-literal ${SILENCE}`, /write 120$/],
  [
    "has a number with a word behind it",
    stream("silence_minutes = 60 minutes"),
    "syntax 6:22 streams.audit",
    /new line/,
  ],
  ["has a number with an underscore", stream("silence_minutes = 1_440"), `not-a-literal ${SILENCE}`, /write 1440$/],
  ["has a number with a comma", stream("silence_minutes = 1,440"), `syntax ${SILENCE}`, /write 1440, without a comma/],
  ["has a number with a plus", stream("silence_minutes = +60"), `not-a-literal ${SILENCE}`, /write 60$/],
  ["has a key in single quotes", stream("'protect' = true"), "syntax 6:1 streams.audit", /not a quote|wanted/],
  ["has text in single quotes", stream("notes = 'x'"), "syntax 6:9 streams.audit.notes", /write "x"/],
  ["has text in backticks", stream("notes = `x`"), "syntax 6:9 streams.audit.notes", /write "x"/],
  ["has text in curly quotes", stream("notes = “x”"), "syntax 6:9 streams.audit.notes", /write "x"/],
  ["has text in curly quotes on one side", stream('notes = “x"'), "syntax 6:9 streams.audit.notes", /write "x"/],
  ["has text in three quotes", stream('notes = """x"""'), "syntax 6:9 streams.audit.notes", /<<EOT/],
  [
    "forgets a comma in a list",
    file({ rule: 'topics = ["v2.users.{id}.presence" "v2.users.{id}.presence"]\ntargets = ["log"]' }),
    "syntax 9:36 rules.all.topics",
    /comma in front/,
  ],
  [
    "forgets a comma between lines of a list",
    file({ rule: 'topics = [\n"v2.users.{id}.presence"\n"v2.users.{id}.presence"\n]\ntargets = ["log"]' }),
    "syntax 11:1 rules.all.topics",
    /comma in front/,
  ],
  [
    "forgets a comma in a map",
    file({ rule: "targets = { log = { dead_letter = true retry_attempts = 3 } }" }),
    "syntax 9:40 rules.all.targets.log",
    /comma or a new line/,
  ],
  ["has semicolons in a map", stream("enabled = true;"), "syntax 6:15 streams.audit", /not a semicolon/],
  ["has a semicolon at the top", file({ top: "monitoring = {};" }), "syntax 4:16", /take it out/],
  ["has a comma at the top", file({ top: "monitoring = {}," }), "syntax 4:16", /take it out/],
  ["has two equals signs", stream("enabled == true"), "syntax 6:9 streams.audit", /write = behind enabled, not ==/],
  ["has an arrow", stream("enabled => true"), "syntax 6:9 streams.audit", /write = behind enabled, not =>/],
  [
    "has a colon and an equals sign",
    stream("enabled := true"),
    "syntax 6:9 streams.audit",
    /write = behind enabled, not :=/,
  ],
  ["has a colon at the top", file({ top: "monitoring : {}" }), "syntax 4:12", /write = behind monitoring, not :/],
  ["has a block", file().replace("streams =", "streams"), "syntax 5:1 streams", /write streams = \{ … \}/],
  [
    "has a block within a map",
    file().replace("audit =", "audit"),
    "syntax 5:13 streams.audit",
    /write audit = \{ … \}/,
  ],
  [
    "has a block with a label",
    file().replace("streams = { audit = {", 'streams "audit" {').replace("\n\n} }\nrules", "\n\n}\nrules"),
    "syntax 5:1 streams",
    /write streams = /,
  ],
  [
    "has a variable block",
    file({ top: 'variable "x" {\n  default = "y"\n}' }),
    "syntax 4:1 variable",
    /Terraform's code/,
  ],
  [
    "has a backend block",
    file({ top: 'backend "s3" {\n  bucket = "y"\n}' }),
    "syntax 4:1 backend",
    /write state = \{ backend = "s3"/,
  ],
  ["exports a value", file().replace("aws_region", "export aws_region"), "syntax 2:8", /without export/],
  [
    "has a name of two words",
    stream("silence minutes = 5"),
    "syntax 6:9 streams.audit",
    /silence-minutes|silence_minutes/,
  ],
  ["has a no-break space", file().replace("aws_region =", "aws_region\u00a0="), "syntax 2:11", /U\+00A0.*plain/],
  ["has a space without width", file().replace("aws_region =", "aws_region\u200b ="), "syntax 2:11", /U\+200B.*plain/],
  ["has line ends of an old Mac", file().replaceAll("\n", "\r"), "syntax 1:32", /save the file with line feeds/],
  ...(["-- x", "; x", "% x", "<!-- x -->", '"""x"""'] as const).map(
    (comment): WrongFile => [
      `has the comment ${comment}`,
      `${comment}\n${file()}`,
      "syntax 1:1",
      /comments begin with #/,
    ],
  ),
  [
    "has a placeholder of a template",
    file({ top: "genesys_region = {{ region }}" }),
    "syntax 4:18 genesys_region",
    /nobody has filled in/,
  ],
  [
    "has a placeholder in angle brackets",
    file({ top: "genesys_region = <region>" }),
    "syntax 4:18 genesys_region",
    /nobody has filled in/,
  ],
  [
    "has a variable of the shell",
    file({ top: "genesys_region = $REGION" }),
    "syntax 4:18 genesys_region",
    /write the value/,
  ],
  ["is YAML", '---\naws_region: "us-east-1"\n', "syntax 1:1", /YAML/],
  ["is TOML", "[streams]\nx = 1\n", "syntax 1:1", /write NAME = \{/],
  ["is JSON", '{ "aws_region": "us-east-1" }', "syntax 1:1", /rename the file.*dev\.tfvars\.json/],
  [
    "is JSON without its braces",
    `"aws_assume_role_arn": "arn:aws:iam::123456789012:role/deploy"\n${file()}`,
    "syntax 1:1",
    /write aws_assume_role_arn = …/,
  ],
  [
    "has marks of a merge",
    file({ top: '<<<<<<< HEAD\ntags = {}\n=======\ntags = { a = "b" }\n>>>>>>> other' }),
    "syntax 4:1",
    /lines 4, 6 and 8.*keep one/,
  ],
  ["has a mark of a merge that was left", file({ top: "=======" }), "syntax 4:1", /merge conflict/],
  [
    "has a mark of a merge in a list",
    file({ rule: 'targets = [\n<<<<<<< HEAD\n"log"\n=======\n"x"\n>>>>>>> b\n]' }),
    "syntax 10:1",
    /merge conflict/,
  ],

  [
    "lacks the brace of a stream",
    without('"]\n  }\n}\nrules', '"]\n}\nrules'),
    "syntax 4:11 streams.audit",
    /missed in front of line 7/,
  ],
  [
    "lacks the brace of streams",
    without("  }\n}\nrules", "  }\nrules"),
    "syntax 3:11 streams",
    /missed in front of line 8/,
  ],
  [
    "lacks the brace of a rule",
    without('"]\n  }\n}\ndest', '"]\n}\ndest'),
    "syntax 10:9 rules.all",
    /missed in front of line 13/,
  ],
  ["lacks the last brace", INDENTED.trimEnd().slice(0, -1), "syntax 15:16 destinations", /that was opened here/],
  [
    "lacks the brace of a pattern",
    without(
      '    targets = ["log"]',
      '    pattern = { detail = { eventBody = { source = ["x"] } }\n    targets = ["log"]',
    ),
    "syntax 12:15 rules.all.pattern",
    /missed in front of line 13/,
  ],
  [
    "lacks the bracket of a list",
    without('["log"]', '["log"'),
    "syntax 13:3 rules.all.targets",
    /the \[ of line 12 has no end/,
  ],
  ["has a brace too many", without('"]\n  }\n}\nrules', '"]\n  }\n}\n}\nrules'), "syntax 9:1", /one \} too many/],
];
