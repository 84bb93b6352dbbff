import { deployStatements } from "../../bootstrap/statements";
import { reportFormats } from "../../report/formats";
import { reportFor } from "../report/report-of";
import { everyDestination } from "../support/cloudwatch/watched-stack";
import { environment } from "../support/environment";
import { synthesized } from "../support/stack";
import { topicFile } from "../support/topic-file";

const BOUNDARY = "arn:aws:iam::123456789012:policy/workloads";
const top = `permissions_boundary_arn = "${BOUNDARY}"`;
const AVRO = 'format = "avro"\nschema_registry = { url = "https://registry.acme.example" }';
const rolesOf = (text: string) => Object.entries(synthesized(text).resource.aws_iam_role ?? {});

test.each([
  ["destinations", everyDestination()],
  ["a pipe", topicFile()],
  ["a function", topicFile({ more: AVRO })],
])("every role of %s has the boundary of the file, and none where it names none", (_, text) => {
  const bounded = rolesOf(`${top}\n${text}`);

  expect(bounded.length).toBeGreaterThan(0);
  for (const [, role] of bounded) expect(role.permissions_boundary).toBe(BOUNDARY);
  for (const [, role] of rolesOf(text)) expect(role).not.toHaveProperty("permissions_boundary");
});

test("whoever deploys makes roles with this boundary only, and takes it off none", () => {
  const { read, write } = deployStatements(environment(topicFile({ top })));
  const of = (action: string) => [...read, ...write].filter(({ Action }) => [Action].flat().includes(action));

  for (const action of ["iam:CreateRole", "iam:PutRolePermissionsBoundary"])
    expect(of(action)).toEqual([
      expect.objectContaining({ Condition: { StringEquals: { "iam:PermissionsBoundary": BOUNDARY } } }),
    ]);
  expect(of("iam:DeleteRolePermissionsBoundary")).toEqual([]);
  const [plain] = deployStatements(environment(topicFile())).write.filter(({ Action }) =>
    [Action].flat().includes("iam:CreateRole"),
  );
  expect(plain).not.toHaveProperty("Condition");
});

test("the report names it", () => {
  const report = reportFor(environment(topicFile({ top })));

  expect(report.environment.permissions_boundary_arn).toBe(BOUNDARY);
  expect(reportFormats.html(report, {})).toContain(BOUNDARY);
  expect(reportFormats.markdown(report, {})).toContain(BOUNDARY);
});
