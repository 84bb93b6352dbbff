import { API_KEY, BASIC, type Case, endpoint, oauth } from "./request";
import { auths, tokens } from "./request-auth";
import type { WrongFile } from "./wrong-file";

/** Of the URL: HttpsEndpoint of the API. */
const urls = [
  ["{ and }", "https://crm.example/{id}"],
  ["a fragment", "https://crm.example/x#y"],
  ["|", "https://crm.example/a|b"],
  ["[ and ]", "https://crm.example/x?a[]=1"],
  ["a letter outside of ASCII", "https://crm.example/büro"],
  ["a host outside of ASCII", "https://bücher.example/x"],
  ["a space", "https://crm.example/a b"],
  ["a backslash", "https://crm.example/a\\\\b"],
  ["a quote", 'https://crm.example/\\"'],
  ["<", "https://crm.example/<id>"],
  ["^", "https://crm.example/a^b"],
  ["a % of no escape", "https://crm.example/100%"],
  ["a * in its host", "https://*.crm.example/x"],
  ["no host", "https:///x"],
  ["another scheme", "HTTPS://crm.example/x"],
].map(
  ([what, url]): Case => [
    `a URL with ${what}`,
    { url: url ?? "" },
    "invalid-format 13:7 destinations.log.url",
    /begins with https:\/\/ .* %XX for any other/,
  ],
);

const OWNED = [
  ...["User-Agent", "user-agent", "Range", "Host", "HOST", "Content-Length", "content-length", "Connection"],
  ...["Accept-Encoding", "Transfer-Encoding", "Date", "Origin", "Referer", "TE", "Via", "If-Match", "Cache-Control"],
];

const headers: readonly Case[] = [
  ...OWNED.map(
    (name): Case => [
      `a target's header ${name}`,
      { options: `headers = { ${name} = "x" }` },
      `header-owned 9:33 rules.all.targets.log.headers.${name}`,
      /EventBridge.* leave it out/,
    ],
  ),
  [
    "a destination's header Host",
    { more: 'headers = { Host = "x" }' },
    "header-owned 15:13 destinations.log.headers.Host",
    /taken out of every request/,
  ],
  [
    "a key in a header of EventBridge's",
    { auth: API_KEY.replace("value", 'name = "User-Agent", value') },
    "header-owned 14:35 destinations.log.auth.name",
    /x-api-key/,
  ],
  [
    "the connection's own header in a target",
    { auth: API_KEY.replace("value", 'name = "x-site", value'), options: 'headers = { X-Site = "a" }' },
    "header-of-auth 9:33 rules.all.targets.log.headers.X-Site",
    /leave it out/,
  ],
  [
    "the connection's own header in the destination",
    { auth: API_KEY.replace("value", 'name = "x-site", value'), more: 'headers = { x-site = "a" }' },
    "header-of-auth 15:13 destinations.log.headers.x-site",
    /auth, whose value wins/,
  ],
  [
    "Authorization beside a user and a password",
    { auth: BASIC, options: 'headers = { authorization = "$.id" }' },
    "header-of-auth 9:33 rules.all.targets.log.headers.authorization",
    /auth, whose value wins/,
  ],
  [
    "Authorization beside a token",
    { auth: oauth('body = { a = "b" }'), options: 'headers = { Authorization = "$.id" }' },
    "header-of-auth 9:33 rules.all.targets.log.headers.Authorization",
    /auth, whose value wins/,
  ],
  [
    "a header twice",
    { options: 'headers = { x-a = "1", X-A = "2" }' },
    "header-twice 9:44 rules.all.targets.log.headers.X-A",
    /leave one/,
  ],
  [
    "a header that is not ASCII",
    { options: 'headers = { x-site = "Zürich" }' },
    "invalid-format 9:42 rules.all.targets.log.headers.x-site",
    /printable ASCII/,
  ],
  [
    "a destination's header that is not ASCII",
    { more: 'headers = { x-site = "Zürich" }' },
    "invalid-format 15:22 destinations.log.headers.x-site",
    /printable ASCII/,
  ],
  [
    "a header with a line break",
    { options: 'headers = { x-a = "a\\r\\nHost: x" }' },
    "invalid-format 9:39 rules.all.targets.log.headers.x-a",
    /printable ASCII/,
  ],
  [
    "an empty header",
    { options: 'headers = { x-a = "" }' },
    "invalid-format 9:39 rules.all.targets.log.headers.x-a",
    /1 to 512/,
  ],
  [
    "a header that is too long",
    { options: `headers = { x-a = "${"x".repeat(513)}" }` },
    "invalid-format 9:39 rules.all.targets.log.headers.x-a",
    /1 to 512/,
  ],
  [
    "a header's name with a colon",
    { options: 'headers = { "x:a" = "b" }' },
    'invalid-name 9:33 rules.all.targets.log.headers["x:a"]',
    /letters, digits and -/,
  ],
  [
    "a header with a path of no event",
    { options: 'headers = { x-a = "$.eventBody.id" }' },
    "path-not-in-event 9:39 rules.all.targets.log.headers.x-a",
    /detail\.eventBody/,
  ],
  [
    "a query with a path that is none",
    { options: 'query = { a = "$.detail..id" }' },
    "path-not-in-event 9:35 rules.all.targets.log.query.a",
    /write one such as/,
  ],
  [
    "an empty query value",
    { options: 'query = { a = "" }' },
    "invalid-format 9:35 rules.all.targets.log.query.a",
    /1 to 512/,
  ],
  [
    "a query name with a control character",
    { options: 'query = { "a\\tb" = "c" }' },
    'invalid-name 9:31 rules.all.targets.log.query["a\\tb"]',
    /control characters/,
  ],
];

const paths: readonly Case[] = [
  [
    "a * that nothing fills",
    { url: "https://crm.example/agents/*/presence" },
    "path-parameters 13:7 destinations.log.url",
    /path_parameters = \["\$\.detail\.eventBody\.id"\]/,
  ],
  [
    "a * too many",
    { url: "https://crm.example/*/x/*", options: 'path_parameters = ["$.id"]' },
    "path-parameters 9:39 rules.all.targets.log.path_parameters",
    /1 values for 2 \*/,
  ],
  [
    "a value too many",
    { url: "https://crm.example/*", more: 'path_parameters = ["$.id", "x"]' },
    "path-parameters 15:19 destinations.log.path_parameters",
    /2 values for 1 \*/,
  ],
  [
    "values without a *",
    { options: 'path_parameters = ["$.id"]' },
    "path-parameters 9:39 rules.all.targets.log.path_parameters",
    /leave it out/,
  ],
  [
    "a destination's values without a *",
    { more: 'path_parameters = ["$.id"]' },
    "path-parameters 15:19 destinations.log.path_parameters",
    /leave it out/,
  ],
  [
    "the REST API of Kafka",
    { url: "https://pkc-1.eu-west-1.aws.confluent.cloud/kafka/v3/clusters/lkc-1/topics/calls/records" },
    "refusal-unseen 13:7 destinations.log.url",
    /type = "kafka"/,
  ],
  ["a * in its query", { url: "https://crm.example/x?id=*" }, "wildcard-in-query 13:7 destinations.log.url", /%2A/],
  [
    "a blank value for a *",
    { url: "https://crm.example/*", options: 'path_parameters = [" "]' },
    "invalid-format 9:40 rules.all.targets.log.path_parameters[0]",
    /not blank/,
  ],
  [
    "a path of no event for a *",
    { url: "https://crm.example/*", options: 'path_parameters = ["$.userId"]' },
    "path-not-in-event 9:40 rules.all.targets.log.path_parameters[0]",
    /detail\.eventBody\.userId/,
  ],
];

/** Requests that AWS refuses, or sends in another way than they are written. */
export const requests = [...urls, ...headers, ...paths, ...tokens, ...auths].map(
  ([wrong, parts, ...expected]): WrongFile => [`has ${wrong}`, endpoint(parts), ...expected],
);

/** Requests that are sent, but not as was meant. */
export const requestDoubts = (
  [
    [
      "a path within a header's text",
      { options: 'headers = { x-note = "id is $.id" }' },
      "path-within-text 9:42 rules.all.targets.log.headers.x-note",
      /the path alone/,
    ],
    [
      "a path within the destination's header",
      { more: 'headers = { x-note = "id is $.id" }' },
      "path-within-text 15:22 destinations.log.headers.x-note",
      /the path alone/,
    ],
    [
      "a path within a query's text",
      { options: 'query = { q = "user-$.detail.eventBody.id" }' },
      "path-within-text 9:35 rules.all.targets.log.query.q",
      /the path alone/,
    ],
    [
      "a path within the text for a *",
      { url: "https://crm.example/*", options: 'path_parameters = ["u-$.id"]' },
      "path-within-text 9:40 rules.all.targets.log.path_parameters[0]",
      /the path alone/,
    ],
    [
      "a header whose path no known event has",
      { options: 'headers = { x-a = "$.detail.eventBody.sourc" }' },
      "path-unknown 9:39 rules.all.targets.log.headers.x-a",
      /did you mean/,
    ],
  ] satisfies Case[]
).map(([wrong, parts, ...expected]): WrongFile => [`has ${wrong}`, endpoint(parts), ...expected]);
