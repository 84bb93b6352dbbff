import { busUse } from "../../config/bus-use";
import { inventoryOf } from "../../config/inventory";
import { reportOf } from "../../report/model";
import { resourcesOfStack } from "../../report/resources/of-stack";
import { environment, file, parse } from "../support/environment";

/** A bus with as many rules as given, and an archive, which EventBridge fills by a rule of its own. */
const crowded = (count: number) => {
  const rules = Array.from(
    { length: count },
    (_, index) => `r${index} = { stream = "audit", targets = ["log"],
    pattern = { id = [{ wildcard = "${index}*" }] } }`,
  );
  return file({ stream: "archive = {}" }).replace(/rules = \{[\s\S]*?\n\} \}/, `rules = {\n${rules.join("\n")}\n}`);
};

test("check and report count the rules of a bus alike, the archive's among them", () => {
  const [few, many] = [20, 300].map(crowded);
  const model = environment(few ?? "");
  const { limits } = reportOf({
    environment: model,
    declared: resourcesOfStack(model),
    inputs: [],
    date: "2026-11-28T00:00:00Z",
  });
  const used = (name: string) => limits.find((limit) => limit.name === name)?.used;

  expect(busUse(model, "audit")).toEqual({ rules: 21, archived: true, wildcardRules: 20 });
  expect(used("rules on a bus")).toBe(21);
  expect(used("rules with wildcards on a bus")).toBe(20);
  expect(inventoryOf(model).filter(({ type }) => type === "aws_cloudwatch_event_rule")).toHaveLength(20);
  expect(
    parse(many ?? "")
      .issues.map(({ message }) => message)
      .join("\n"),
  ).toContain("has 301 rules, that of its archive");
});
