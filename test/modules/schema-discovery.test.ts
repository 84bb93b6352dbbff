import { file } from "../support/environment";
import { resource, synthesized } from "../support/stack";

test("looks at the stream's bus, by an ARN that is known before the bus is there", () => {
  const stack = synthesized(file({ stream: "schema_discovery = true" }));

  expect(resource(stack, "aws_schemas_discoverer", "audit")).toEqual({
    source_arn:
      "arn:aws:events:us-east-1:123456789012:event-bus/aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit",
    tags: { environment: "dev", "managed-by": "cdktf" },
    depends_on: ["aws_cloudwatch_event_bus.audit"],
  });
});
