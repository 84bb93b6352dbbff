import * as fc from "fast-check";
import { Case, cases } from "../support/cases";
import { hostileText } from "../support/hostile";

const word = fc.oneof(
  hostileText.map((text) => text.replace(/^-/, "_")),
  fc.constantFrom("v2", "users", "presence", "v2.users.{id}.presence", "conversation"),
);

test("lists topics for any words", () =>
  cases(
    1000,
    fc
      .tuple(fc.array(word, { maxLength: 3 }), fc.constantFrom<readonly string[]>([], ["--json"], ["--event-bridge"]))
      .map(([words, options]) => new Case(["topics", ...options, ...words], {})),
    ({ code, stdout }, { args }) => {
      if (args.includes("--json")) JSON.parse(stdout);
      return (code === 0) === (stdout !== "" && stdout !== "[]") ? [] : ["the exit code is not what stdout says"];
    },
  ));
