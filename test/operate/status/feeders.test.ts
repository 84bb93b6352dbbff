import { jsonExample, shape } from "../../support/json-page";
import type { Contents } from "./contents";
import { healthy } from "./contents";
import { feeders } from "./feeders";
import { lookedAt } from "./looked";
import { remove, the } from "./things";

const environment = feeders();
const API = "HTTP API dev-crm of stream crm";
const ROUTE = { routeKey: "POST /crm", authorizationType: "NONE" };

test("of what feeds a bus nothing is broken, and the requests of its API are counted by the id that AWS made up", async () => {
  const contents = healthy(environment);
  contents.metrics.set("Count id-dev-crm", 7);
  contents.metrics.set("MatchedEvents all", 7);
  const { status } = await lookedAt(environment, contents);

  const checks = status.links.flatMap(({ link, checks }) => checks.map((check) => ({ link, ...check })));
  expect(checks.filter(({ verdict }) => verdict !== "ok")).toEqual([]);
  expect(checks.filter(({ link }) => /^(?:feeders|archives)$/.test(link)).map(({ subject }) => subject)).toEqual([
    API,
    "role dev-calls-pipe of stream calls",
    "role dev-crm-receive of stream crm",
    "function dev-crm-receive of stream crm",
    "pipe dev-calls of stream calls",
    "archive dev-calls of stream calls",
  ]);
  expect(checks).toContainEqual(
    expect.objectContaining({ link: "traffic", subject: "stream crm", numbers: { events: 7, matched: 7 } }),
  );
}, 30_000);

test.each<readonly [string, (all: Contents) => unknown, string, string, RegExp]>([
  ["the API is gone", ({ apis }) => apis.clear(), "feeders", API, /is not there/],
  ["it has no stage", ({ apis }) => (the(apis).stages = []), "feeders", API, /no stage \$default/],
  ["it has no route", ({ apis }) => (the(apis).routes = []), "feeders", API, /no route POST \/crm/],
  [
    "its route asks for a token",
    ({ apis }) => (the(apis).routes = [{ ...ROUTE, authorizationType: "JWT", target: "integrations/i1" }]),
    "feeders",
    API,
    /is JWT, and the file's NONE/,
  ],
  ["its route leads nowhere", ({ apis }) => (the(apis).routes = [ROUTE]), "feeders", API, /leads to nothing/],
  ["its route leads elsewhere", ({ apis }) => (the(apis).uri = "arn:x"), "feeders", API, /leads to arn:x/],
  [
    "nobody may invoke its function",
    ({ functions }) => (the(functions).Statement = []),
    "feeders",
    "function dev-crm-receive of stream crm",
    /apigateway\.amazonaws\.com has no permission/,
  ],
  [
    "its function fails",
    ({ metrics }) => metrics.set("Errors dev-crm-receive", 2),
    "traffic",
    "function dev-crm-receive",
    /2 invocations failed/,
  ],
  ["a pipe is gone", ({ pipes }) => pipes.clear(), "feeders", "pipe dev-calls of stream calls", /is not there/],
  [
    "a pipe could not start",
    ({ pipes }) => Object.assign(the(pipes), { CurrentState: "START_FAILED", StateReason: "no broker answers" }),
    "feeders",
    "pipe dev-calls of stream calls",
    /its state is START_FAILED: no broker answers/,
  ],
  [
    "the role of a pipe is gone",
    ({ roles }) => remove(roles, "-pipe"),
    "feeders",
    "role dev-calls-pipe of stream calls",
    /is not there/,
  ],
  [
    "an archive is gone",
    ({ archives }) => archives.clear(),
    "archives",
    "archive dev-calls of stream calls",
    /is not there/,
  ],
])(
  "names first that %s",
  async (_, breaks, link, subject, words) => {
    const contents = healthy(environment);
    breaks(contents);
    const { status } = await lookedAt(environment, contents);

    expect(status.first).toMatchObject({ verdict: "broken", link, subject, what: expect.stringMatching(words) });
    const first = { ...status.first, numbers: undefined };
    expect(shape(JSON.parse(JSON.stringify({ ...status, first, links: [] })))).toEqual(
      shape({ ...jsonExample("status --json"), links: [] }),
    );
  },
  30_000,
);

test("says that an archive keeps events for another time, and a pipe puts them on another bus", async () => {
  const contents = healthy(environment);
  the(contents.archives).RetentionDays = 1;
  the(contents.pipes).Target = "arn:aws:events:us-east-1:123456789012:event-bus/other";
  const { status } = await lookedAt(environment, contents);

  const drift = status.links.find(({ link }) => link === "drift")?.checks ?? [];
  expect(status.healthy).toBe(true);
  expect(drift.filter(({ verdict }) => verdict !== "ok")).toMatchObject([
    { subject: "archive dev-calls", verdict: "warning", what: "it differs from the file in retention_days" },
    { subject: "pipe dev-calls", verdict: "warning", what: "it differs from the file in target" },
  ]);
}, 30_000);
