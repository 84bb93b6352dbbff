import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

/** A rule on audit events. */
export const onAudits = (pattern: string) =>
  file({ rule: `pattern = ${pattern}\ntargets = ["log"]` }).replace(
    "v2.users.{id}.presence",
    "v2.audits.entitytype.{id}.entityid.{id}",
  );
/** What a rule on audit events asks of their action. */
export const ofAction = (tests: string) => onAudits(`{ detail = { eventBody = { action = ${tests} } } }`);
const ACTION = "rules.all.pattern.detail.eventBody.action";

const manyBranches = Array.from(
  { length: 4 },
  (_, field) => `x${field} = { "$or" = [${Array.from({ length: 6 }, (_, branch) => `{ a${branch} = [1] }`)}] }`,
);

export const patterns: readonly WrongFile[] = [
  ["has a value that is no list", ofAction('"Delete"'), `pattern-leaf-no-list 9:47 ${ACTION}`, /write \["Delete"\]/],
  ["has null for a list", ofAction("null"), `pattern-leaf-no-list 9:47 ${ACTION}`, /write \[null\]/],
  ["has an empty list", ofAction("[]"), `pattern-empty-list 9:47 ${ACTION}`, /exists/],
  ["has an empty object", ofAction("{}"), `pattern-empty-object 9:47 ${ACTION}`, /write a field/],
  ["has an empty test", ofAction("[{}]"), `pattern-empty-object 9:48 ${ACTION}[0]`, /prefix/],
  [
    "has an operator in capitals",
    ofAction('[{ Prefix = "x" }]'),
    `pattern-unknown-operator 9:50 ${ACTION}[0].Prefix`,
    /did you mean prefix\?/,
  ],
  [
    "has an operator of another language",
    ofAction('[{ contains = "x" }]'),
    `pattern-unknown-operator 9:50 ${ACTION}[0].contains`,
    /wildcard/,
  ],
  [
    "has two operators in a test",
    ofAction('[{ prefix = "a", suffix = "b" }]'),
    `pattern-two-operators 9:48 ${ACTION}[0]`,
    /of which one must pass/,
  ],
  [
    "has a list in a list",
    ofAction('[["Delete"]]'),
    `pattern-list-in-list 9:48 ${ACTION}[0]`,
    /without the inner list/,
  ],
  [
    "has a list of prefixes",
    ofAction('[{ prefix = ["a", "b"] }]'),
    `pattern-operand 9:59 ${ACTION}[0].prefix`,
    /a test for each/,
  ],
  [
    "has a suffix of another operator",
    ofAction('[{ suffix = { prefix = "a" } }]'),
    `pattern-operand 9:59 ${ACTION}[0].suffix`,
    /equals-ignore-case/,
  ],
  [
    "ignores case in a list",
    ofAction('[{ equals-ignore-case = ["a"] }]'),
    `pattern-operand 9:71 ${ACTION}[0].equals-ignore-case`,
    /one text/,
  ],
  [
    "has a truth in quotes",
    ofAction('[{ exists = "true" }]'),
    `pattern-operand 9:59 ${ACTION}[0].exists`,
    /\{"exists":true\}/,
  ],
  [
    "has two asterisks in a row",
    ofAction('[{ wildcard = "a**" }]'),
    `pattern-wildcard 9:61 ${ACTION}[0].wildcard`,
    /write one \*/,
  ],
  [
    "has a stray backslash",
    ofAction('[{ wildcard = "a\\\\b" }]'),
    `pattern-wildcard 9:61 ${ACTION}[0].wildcard`,
    /write two/,
  ],
  [
    "compares with text",
    ofAction('[{ numeric = [">", "5"] }]'),
    `pattern-numeric 9:66 ${ACTION}[0].numeric[1]`,
    /without quotes/,
  ],
  [
    "has the upper bound first",
    ofAction('[{ numeric = ["<", 5, ">", 1] }]'),
    `pattern-numeric 9:69 ${ACTION}[0].numeric[2]`,
    /lower bound first/,
  ],
  [
    "has an empty range",
    ofAction('[{ numeric = [">", 5, "<", 1] }]'),
    `pattern-numeric 9:60 ${ACTION}[0].numeric`,
    /not below/,
  ],
  ["has no comparison", ofAction("[{ numeric = [] }]"), `pattern-numeric 9:60 ${ACTION}[0].numeric`, /write \["=",5\]/],
  [
    "goes on behind =",
    ofAction('[{ numeric = ["=", 1, "<", 2] }]'),
    `pattern-numeric 9:69 ${ACTION}[0].numeric[2]`,
    /may not follow/,
  ],
  [
    "has an address for a block",
    ofAction('[{ cidr = "10.0.0.0" }]'),
    `pattern-cidr 9:57 ${ACTION}[0].cidr`,
    /write "10\.0\.0\.0\/8"/,
  ],
  ["has too many bits", ofAction('[{ cidr = "10.0.0.0/33" }]'), `pattern-cidr 9:57 ${ACTION}[0].cidr`, /write 0 to 31/],
  [
    "excludes nothing",
    ofAction("[{ anything-but = [] }]"),
    `pattern-anything-but 9:65 ${ACTION}[0].anything-but`,
    /exists/,
  ],
  [
    "excludes text and numbers",
    ofAction('[{ anything-but = ["a", 1] }]'),
    `pattern-anything-but 9:71 ${ACTION}[0].anything-but[1]`,
    /all as text/,
  ],
  [
    "excludes null",
    ofAction("[{ anything-but = null }]"),
    `pattern-anything-but 9:65 ${ACTION}[0].anything-but`,
    /texts or numbers/,
  ],
  [
    "excludes an empty prefix",
    ofAction('[{ anything-but = { prefix = "" } }]'),
    `pattern-anything-but 9:76 ${ACTION}[0].anything-but.prefix`,
    /every text has/,
  ],
  [
    "excludes a range",
    ofAction('[{ anything-but = { numeric = ["=", 1] } }]'),
    `pattern-anything-but 9:67 ${ACTION}[0].anything-but.numeric`,
    /there are only/,
  ],
  [
    "has one alternative",
    onAudits('{ "$or" = [{ account = ["1"] }] }'),
    'pattern-or 9:21 rules.all.pattern["$or"]',
    /two at least/,
  ],
  [
    "has alternatives in no list",
    onAudits('{ "$or" = { account = ["1"] } }'),
    'pattern-or 9:21 rules.all.pattern["$or"]',
    /a list of objects/,
  ],
  [
    "has a text for alternatives",
    onAudits('{ "$or" = "x" }'),
    'pattern-or 9:21 rules.all.pattern["$or"]',
    /a list of objects/,
  ],
  [
    "has a text for an alternative",
    onAudits('{ "$or" = ["x", { version = ["0"] }] }'),
    'pattern-or 9:22 rules.all.pattern["$or"][0]',
    /is an object/,
  ],
  [
    "has an operator for an alternative",
    onAudits('{ "$or" = [{ prefix = ["1"] }, { version = ["0"] }] }'),
    'pattern-reserved-name 9:24 rules.all.pattern["$or"][0].prefix',
    /as the list of a field/,
  ],
  [
    "has a name that is kept",
    onAudits('{ "$or" = [{ regex = ["1"] }, { version = ["0"] }] }'),
    'pattern-reserved-name 9:24 rules.all.pattern["$or"][0].regex',
    /a rule for each/,
  ],
  [
    "has too many combinations",
    onAudits(`{ detail = { ${manyBranches.join(", ")} } }`),
    "pattern-too-many-alternatives 9:11 rules.all.pattern",
    /1296 .* 1000; split/,
  ],
  [
    "has JSON with a comma too much",
    onAudits('"{\\"detail\\": {\\"a\\": [1],}}"'),
    "invalid-value 9:37 rules.all.pattern",
    /no JSON at character 22/,
  ],
  ["has JSON of another kind", onAudits('"[1]"'), "invalid-value 9:11 rules.all.pattern", /is an object; write/],
  [
    "has JSON with a fault",
    onAudits('"{\\"version\\": \\"0\\"}"'),
    "pattern-leaf-no-list 9:26 rules.all.pattern.version",
    /write \["0"\]/,
  ],
  [
    "has a pattern without end",
    onAudits(`"${'{\\"a\\":'.repeat(101)}1${"}".repeat(101)}"`),
    "pattern-too-deep 9:33 rules.all.pattern.a.a.a",
    /flatter/,
  ],
  [
    "has more rules with wildcards than a bus may have",
    file({
      rule: `targets = ["log"] }\n${Array.from({ length: 31 }, (_, n) => `r${n} = { stream = "audit", targets = ["log"], pattern = { id = [{ wildcard = "*${n}*" }] } }`).join("\n")}\nx = { stream = "audit", targets = ["log"]`,
    }),
    "too-many-wildcard-rules 5:13 streams.audit",
    /31 rules .* use prefix or suffix/,
  ],
  [
    "has a wildcard that is too complex",
    ofAction('[{ wildcard = "*a*b*c*d*e*f*g*h*i*" }]'),
    `pattern-too-complex 9:47 ${ACTION}`,
    /complexity of 1\d, EventBridge allows 10; write fewer wildcards/,
  ],
  [
    "has wildcards that are too complex together",
    ofAction('[{ wildcard = "*a*b*" }, { wildcard = "*c*d*" }, { wildcard = "*a*d*" }, "x"]'),
    `pattern-too-complex 9:47 ${ACTION}`,
    /split the rule/,
  ],
  [
    "has an anything-but that is too complex, in a branch",
    onAudits(
      '{ "$or" = [{ id = ["x"] }, { detail = { eventBody = { action = [{ anything-but = { wildcard = ["*a*b*c*", "*c*d*", "*e*f*g*"] } }] } } }] }',
    ),
    `pattern-too-complex 9:74 rules.all.pattern["$or"][1].detail.eventBody.action`,
    /complexity of 1[1-9]/,
  ],
  [
    "has an archive whose wildcard is too complex",
    file({
      stream: 'archive = { pattern = { detail = { eventBody = { id = [{ wildcard = "*a*b*c*d*e*f*g*h*i*" }] } } } }',
    }),
    "pattern-too-complex 6:55 streams.audit.archive.pattern.detail.eventBody.id",
    /complexity of/,
  ],
];
