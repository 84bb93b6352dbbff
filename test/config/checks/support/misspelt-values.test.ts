import { isSlip } from "../../../../config/checks/support/misspelt-values";
import listed from "../../../../data/known-values.json";
import { file, parse } from "../../../support/environment";

const AUDIT = "v2.audits.entitytype.{id}.entityid.{id}";
const END = "v2.detail.events.conversation.{id}.user.end";
const PRESENCE = "v2.users.{id}.presence";

/** What is said of a field of an event's body on events of these topics. */
function said(topics: readonly string[], path: string, tests: unknown): string[] {
  const pattern = path.split(".").reduceRight((inner: unknown, name) => ({ [name]: inner }), tests);
  const text = JSON.stringify(JSON.stringify({ detail: { eventBody: pattern } }));
  const { issues } = parse(
    file({ rule: `pattern = ${text}\ntargets = ["log"]` }).replace(/\["v2.*?\]/, JSON.stringify(topics)),
  );
  return issues.filter(({ id }) => id.startsWith("pattern-")).map(({ id, message }) => `${id}: ${message}`);
}

test.each([
  ["a letter too many", AUDIT, "action", ["Uppdate"], '"Update"'],
  ["a letter too few", PRESENCE, "presenceDefinition.systemPresence", ["AVAILABE"], '"AVAILABLE"'],
  ["another letter", AUDIT, "entityType", ["OAuthCliant"], '"OAuthClient"'],
  ["two letters in the wrong order", END, "mediaType", ["VOCIE"], '"VOICE"'],
  ["another case besides", AUDIT, "action", ["UPDTAE"], '"Update"'],
  ["a slip that any case would pass", AUDIT, "action", [{ "equals-ignore-case": "delte" }], '"Delete"'],
  ["a slip in what is left out", AUDIT, "action", [{ "anything-but": ["Craete"] }], '"Create"'],
])("warns of a value with %s", (_, topic, path, tests, meant) => {
  expect(said([topic], path, tests)).toEqual([
    expect.stringMatching(/^pattern-value-misspelt: no known event has the value ".*" \(did you mean /),
  ]);
  expect(said([topic], path, tests)[0]).toContain(`did you mean ${meant}?`);
});

test("says every slip of a field at once", () => {
  expect(said([AUDIT], "action", ["Craete", "Uppdate", "Delete"])).toEqual([
    'pattern-value-misspelt: no known event has the values "Craete" (did you mean "Create"?), "Uppdate" (did you mean "Update"?)',
  ]);
});

test.each([
  ["that is known", [AUDIT], "action", ["Delete"]],
  ["that is like none", [AUDIT], "action", ["Frobnicate"]],
  ["that is another form of a word", [AUDIT], "action", ["Created", "Exports", "Blocked"]],
  ["that begins with another word", [AUDIT], "action", ["Delist", "Unable", "Preview"]],
  ["that is short", [END], "mediaType", ["CHAP"]],
  ["that begins like several", [AUDIT], "action", [{ prefix: "Membr" }]],
  ["of which only one of two topics is known", [AUDIT, "v2.users.{id}.tokens"], "action", ["Uppdate"]],
])("says nothing of a value %s", (_, topics, path, tests) => {
  expect(said(topics, path, tests)).toEqual([]);
});

test("takes no value that there is for a slip of another: one that comes to be would not be, either", () => {
  const pairs = listed.flatMap(({ values }) =>
    values.flatMap((one) =>
      values.filter((other) => other !== one && isSlip(one, other)).map((other) => `${one} ${other}`),
    ),
  );

  expect(pairs).toEqual([]);
});
