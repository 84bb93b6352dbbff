import type { patternMeaningIssues } from "../../../text/issues/pattern-meaning";
import type { patternIssues } from "../../../text/issues/patterns";
import { AUDITS, type Example, ofAction, pattern } from "../example";

type PatternId = keyof typeof patternIssues | keyof typeof patternMeaningIssues;

export const patternExamples: Readonly<Record<PatternId, Example>> = {
  "pattern-syntax": { instead: "`npm run test-event-pattern` with the pattern `{`." },
  "pattern-no-object": { instead: "`npm run test-event-pattern` with the pattern `[]`." },
  "pattern-too-deep": { instead: "A pattern with more than a hundred objects within each other." },
  "pattern-empty": pattern("{}"),
  "pattern-source": pattern('{ source = ["x"] }'),
  "pattern-detail-type": { topics: AUDITS, rule: `topics = [${AUDITS}]\npattern = { detail-type = [${AUDITS}] }` },
  "pattern-long": { instead: "A pattern with some sixty ids." },
  "pattern-too-long": { instead: "A pattern with hundreds of ids." },
  "pattern-leaf-no-list": pattern('{ detail = { eventBody = { action = "Delete" } } }'),
  "pattern-empty-list": ofAction("[]"),
  "pattern-empty-object": ofAction("{}"),
  "pattern-list-in-list": ofAction('[["Delete"]]'),
  "pattern-two-operators": ofAction('[{ prefix = "a", suffix = "b" }]'),
  "pattern-unknown-operator": ofAction('[{ prefixx = "a" }]'),
  "pattern-operand": ofAction('[{ exists = "true" }]'),
  "pattern-anything-but": ofAction("[{ anything-but = [] }]"),
  "pattern-cidr": ofAction('[{ cidr = "10.0.0.0" }]'),
  "pattern-numeric": ofAction("[{ numeric = [] }]"),
  "pattern-wildcard": ofAction('[{ wildcard = "a**" }]'),
  "pattern-or": pattern('{ "$or" = "x" }'),
  "pattern-reserved-name": pattern('{ "$or" = [{ regex = ["1"] }, { version = ["0"] }] }'),
  "pattern-complex": ofAction('[{ wildcard = "*a*b*c*d*e*f*g*h*" }]'),
  "pattern-too-complex": ofAction('[{ wildcard = "*a*b*c*d*e*f*g*h*i*" }]'),
  "pattern-too-many-alternatives": { instead: "Four `$or` with six branches each, which makes 1296." },
  "pattern-never-matches": pattern('{ region = ["eu-west-1"] }'),
  "pattern-always-matches": pattern("{ resources = [{ exists = false }] }"),
  "pattern-value-case": ofAction('["CREATE"]'),
  "pattern-value-misspelt": ofAction('["Craete"]'),
  "pattern-path-as-value": ofAction('["$.detail.eventBody.serviceName"]'),
  "pattern-operator-as-name": {
    ...ofAction('{ prefix = ["x"] }'),
    also: ["path-unknown"],
  },
  "pattern-field-twice": pattern('{ detail = { eventBody = { action = ["Delete"] }, "eventBody.action" = ["Add"] } }'),
};
