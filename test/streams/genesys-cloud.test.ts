import { file } from "../support/environment";
import { hclOf, resource, synthesized } from "../support/stack";

const SOURCE = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
const withoutId = (text: string) => text.replace(/organization_id.*\n/, "");

test("switches the integration on and sends sorted topics to this account and region", () => {
  expect(hclOf(file({ stream: 'notes = "Audit team"' }), "genesyscloud_integration.audit")).toMatchInlineSnapshot(`
    "resource "genesyscloud_integration" "audit" {
      integration_type = "amazon-eventbridge-source"
      intended_state = "ENABLED"
      config {
        name = "audit"
        notes = "Audit team"
        properties = "{\\"awsAccountId\\":\\"123456789012\\",\\"awsAccountRegion\\":\\"us-east-1\\",\\"eventFilter\\":[\\"v2.users.{id}.presence\\"],\\"eventSourceSuffix\\":\\"audit\\"}"
      }
    }"
  `);
});

test("switches the integration off where the stream is off", () => {
  expect(resource(synthesized(file({ stream: "enabled = false" })), "genesyscloud_integration").intended_state).toBe(
    "DISABLED",
  );
});

test("waits for the source before the bus is made", () => {
  const stack = synthesized(file());

  expect(resource(stack, "time_sleep")).toEqual({
    create_duration: "60s",
    triggers: {
      event_source: SOURCE,
      integration: "${genesyscloud_integration.audit.id}",
    },
  });
  expect(resource(stack, "aws_cloudwatch_event_bus").depends_on).toEqual(["time_sleep.audit"]);
});

test("makes names of the organization's own id where the file has none", () => {
  const stack = synthesized(withoutId(file()));

  const name = SOURCE.replace(/[^/]+(?=\/audit)/, "${data.genesyscloud_organizations_me.organization.id}");
  expect(resource(stack, "aws_cloudwatch_event_bus")).toMatchObject({
    name,
    event_source_name: name,
  });
});

test("stops at credentials of another organization than the file's", () => {
  const [organization] = Object.values(synthesized(file()).data?.genesyscloud_organizations_me ?? {});

  expect(organization).toMatchObject({
    lifecycle: {
      postcondition: [
        {
          condition: '${lower(self.id) == "3c4f9f1e-0000-4000-8000-00000000c0de"}',
          error_message: expect.stringContaining("credentials"),
        },
      ],
    },
  });
});

test("checks the exact source after the bus is made, and feeds nothing from what it finds", () => {
  const stack = synthesized(file());
  const { check, ...rest } = stack;

  expect(check?.event_source_audit).toMatchObject({
    data: {
      aws_cloudwatch_event_source: {
        audit: {
          name_prefix: SOURCE,
          depends_on: ["aws_cloudwatch_event_bus.audit"],
        },
      },
    },
    assert: [
      {
        condition: `\${data.aws_cloudwatch_event_source.audit.name == "${SOURCE}" && data.aws_cloudwatch_event_source.audit.state == "ACTIVE"}`,
      },
    ],
  });
  expect(JSON.stringify(rest)).not.toContain("aws_cloudwatch_event_source");
});

test("stops at another source before the bus is made where the look-up is strict", () => {
  const stack = synthesized(file({ stream: 'lookup = "strict"' }));

  expect(stack.data?.aws_cloudwatch_event_source?.audit).toMatchObject({
    name_prefix: SOURCE,
    depends_on: ["time_sleep.audit"],
    lifecycle: {
      postcondition: [
        {
          condition: `\${self.name == "${SOURCE}" && contains(["PENDING", "ACTIVE"], self.state)}`,
        },
      ],
    },
  });
  expect(resource(stack, "aws_cloudwatch_event_bus").depends_on).toContain("data.aws_cloudwatch_event_source.audit");
  expect(stack.check).toBeUndefined();
});

test("looks nothing up where the look-up is off", () => {
  expect(JSON.stringify(synthesized(file({ stream: 'lookup = "off"' })))).not.toContain("aws_cloudwatch_event_source");
});

test("leaves Genesys Cloud out where somebody else manages the integration", () => {
  const stack = synthesized(file({ stream: "manage_integration = false" }));

  expect(Object.keys(stack.provider)).toEqual(["aws"]);
  expect(Object.keys(stack.terraform.required_providers)).toEqual(["aws"]);
  expect(resource(stack, "aws_cloudwatch_event_bus").name).toBe(SOURCE);
});

test("protects the integration and the bus from being destroyed", () => {
  const stack = synthesized(file({ stream: "protect = true" }));

  for (const type of ["genesyscloud_integration", "aws_cloudwatch_event_bus"]) {
    expect(resource(stack, type).lifecycle).toMatchObject({ prevent_destroy: true });
  }
});
