import { deployActions } from "../../documentation/permissions";
import * as bindings from "../../modules/bindings";
import recorded from "../rehearsal/recorded-calls.json";

const rows: Readonly<Record<string, readonly string[]>> = deployActions();
const types = Object.entries(bindings)
  .filter(([name]) => !name.endsWith("Provider"))
  .map(([name, { tfResourceType }]) => (name.startsWith("DataAws") ? `data.${tfResourceType}` : tfResourceType))
  .filter((type) => type.startsWith("aws_") || type.startsWith("data.aws_"));

test("every type that a stack can have says what it needs, and no other", () => {
  expect(Object.keys(rows)).toEqual([...types].sort());
});

test.each(Object.entries(recorded))("%s may make every call that the real provider was seen to make", (type, calls) => {
  expect(rows[type]).toEqual(expect.arrayContaining(calls));
});

test("actions are written as IAM writes them, each once and in order", () => {
  for (const actions of Object.values(rows)) {
    expect(actions).toEqual([...new Set(actions)].sort());
    expect(actions.filter((action) => !/^[a-z0-9-]+:[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)?$/.test(action))).toEqual([]);
  }
});

test("whoever makes a tag may also take it away", () => {
  const all = Object.values(rows).flat();
  const untag: Readonly<Record<string, string>> = { AddTagsToStream: "RemoveTagsFromStream" };
  const missing = Object.entries(rows).flatMap(([type, actions]) =>
    actions.flatMap((action) => {
      const [service = "", name = ""] = action.split(":");
      const back = untag[name] ?? (name.startsWith("Tag") ? `Untag${name.slice(3)}` : undefined);
      return back === undefined || actions.includes(`${service}:${back}`) ? [] : [`${type} ${service}:${back}`];
    }),
  );

  expect(all.length).toBeGreaterThan(150);
  expect(missing).toEqual([]);
});
