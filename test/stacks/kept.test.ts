import { file } from "../support/environment";
import { synthesized } from "../support/stack";

/** The resources of a stack by address, and the same without what a part of the file asks for. */
function resources(stream: string, top = "") {
  const { resource } = synthesized(file({ stream, top }));
  const all = Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]) => [`${type}.${name}`, attributes] as const),
  );
  return Object.fromEntries(all);
}

test.each([
  ["an archive", "archive = {}", []],
  ["schema discovery", "schema_discovery = true", []],
  ["logs", 'log_level = "trace"', ["aws_cloudwatch_event_bus.audit", "aws_cloudwatch_log_resource_policy.events"]],
])("%s leaves everything else as it is", (_, stream, changed) => {
  const [before, after] = [resources(""), resources(stream)];

  expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)));
  expect(
    Object.keys(before).filter((address) => JSON.stringify(before[address]) !== JSON.stringify(after[address])),
  ).toEqual(changed);
});

test("the file says nothing of it, or no: the stack is the same, byte for byte", () => {
  const off = 'schema_discovery = false\nlog_level = "off"\nlog_detail = false';

  expect(JSON.stringify(synthesized(file({ stream: off })))).toBe(JSON.stringify(synthesized(file())));
});

test("no bus, archive or delivery waits for a name that is not known when planning", () => {
  const after = resources('archive = {}\nschema_discovery = true\nlog_level = "trace"');
  const names = ["name", "event_source_arn", "source_arn", "resource_arn", "event_pattern"];

  for (const attributes of Object.values(after)) {
    for (const name of names) expect(attributes[name] ?? "").not.toContain("${");
  }
});
