import { nearest, suggestion } from "../../text/nearest";

test.each([
  ["prdo", "prod"],
  ["PROD", "prod"],
  ["prod-e", "prod-eu"],
  ["xyz", undefined],
  ["", undefined],
])("finds the name that %s was meant to be: %s", (name, meant) => {
  expect(nearest(name, ["dev", "prod", "prod-eu"])).toBe(meant);
});

test("lists what is known where nothing is near", () => {
  expect(suggestion("xyz", ["prod", "dev"])).toBe("; known: dev, prod");
  expect(suggestion("xyz", [])).toBe("; there is none yet, write one");
});

test("finds at once that text of any length is like no name", () => {
  const name = "<id>".repeat(40_000);
  const before = process.cpuUsage();

  for (let time = 0; time < 500; time++) expect(nearest(name, ["v2.users.{id}.presence", "v2.audits"])).toBeUndefined();

  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
});
