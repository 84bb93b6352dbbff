import { BASIC, type Case, oauth } from "./request";

export const tokens: readonly Case[] = [
  ["no body, query or headers", "", "missing-key", /one of body, query, headers.*grant_type = "client_credentials"/],
  ["an empty body only", "body = {}", "missing-key", /grant_type/],
  ["nothing but empty parts", "body = {}, query = {}, headers = {}", "missing-key", /grant_type/],
].map(([what, more, id, advice]): Case => {
  const at = String(more).includes("body") ? "14:157" : "14:8";
  return [
    `a token with ${what}`,
    { auth: oauth(String(more)) },
    `${id} ${at} destinations.log.auth.body`,
    advice as RegExp,
  ];
});

export const auths: readonly Case[] = [
  [
    "a user's name with a colon",
    { auth: BASIC.replace('"u"', '"a:b"') },
    "invalid-format 14:37 destinations.log.auth.username",
    /without : and control/,
  ],
  [
    "a client's id with a colon",
    { auth: oauth('body = { a = "b" }').replace('"me"', '"a:b"') },
    "invalid-format 14:101 destinations.log.auth.client_id",
    /without : and control/,
  ],
  [
    "a token's URL that AWS does not take",
    { auth: oauth('body = { a = "b" }', "https://login.acme.example/{tenant}") },
    "invalid-format 14:57 destinations.log.auth.token_url",
    /%XX/,
  ],
  [
    "a token's URL that is too long",
    { auth: oauth('body = { a = "b" }', `https://login.acme.example/${"x".repeat(2048)}`) },
    "out-of-range 14:57 destinations.log.auth.token_url",
    /at most 2048/,
  ],
  [
    "a token's header that is not ASCII",
    { auth: oauth('headers = { x-a = "é" }') },
    "invalid-format 14:168 destinations.log.auth.headers.x-a",
    /printable ASCII/,
  ],
  [
    "an empty value in a token's body",
    { auth: oauth('body = { scope = "" }') },
    "invalid-format 14:167 destinations.log.auth.body.scope",
    /1 to 512/,
  ],
  [
    "too many parameters of a token",
    { auth: oauth(`query = { ${Array.from({ length: 101 }, (_, n) => `a${n} = "b"`).join(", ")} }`) },
    "invalid-value 14:158 destinations.log.auth.query",
    /at most 100/,
  ],
  [
    "more requests than a number holds",
    { more: "rate_limit_per_second = 3000000000" },
    "out-of-range 15:25 destinations.log.rate_limit_per_second",
    /2147483647/,
  ],
];
