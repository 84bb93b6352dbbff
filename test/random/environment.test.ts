import { environments } from "./support/environments";
import { soundOutcome } from "./support/outcome";
import { always } from "./support/runs";
import { withSlip } from "./support/slips";
import { type Written, written } from "./support/written";

function sameOutcome({ json, hcl }: Written): void {
  const [fromJson, fromHcl] = [soundOutcome(json), soundOutcome(hcl)];

  // A remedy names the file, which ends differently.
  const said = ({ issues }: typeof fromJson) =>
    issues.map(({ id, path, message }) => `${id} ${path}: ${message.replace("dev.tfvars.json", "dev.tfvars")}`).sort();
  expect(said(fromHcl)).toEqual(said(fromJson));
  expect(fromHcl.environment).toEqual(fromJson.environment);
}

test("has the same answer to HCL and JSON, whatever values of the right form they hold", () => {
  always(900, written(environments), sameOutcome);
});

test("has the same answer to HCL and JSON, whatever slip is among them", () => {
  always(900, written(withSlip(environments)), sameOutcome);
});
