import validate from "asl-validator";
import { definition } from "../../../destinations/parts/item/definition";
import type { ItemKeys } from "../../../destinations/parts/item/item";

const NAMES = { key_name: "pk", sort_key_name: "sk" };
const writer = (keys: ItemKeys) => ({
  keys,
  partition: "aws",
  table: "presence",
  stateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:dev-presence",
  deadLetters: "https://sqs.us-east-1.amazonaws.com/123456789012/dev-dead-letters",
});

test.each<ItemKeys>([
  { ...NAMES, key: "topic[2]" },
  { ...NAMES, key: "topic[2]", sort_key: "id", attributes: { a: "detail.eventBody.a-b.c[0]" }, expire_after_days: 3 },
  { ...NAMES, key: "topic[2]", latest_by: "detail.timestamp" },
])("is what the language's own validator takes", (keys) => {
  const { isValid, errors } = validate(JSON.parse(definition(writer(keys))));
  expect({ isValid, errors }).toEqual({ isValid: true, errors: [] });
});

test("has no condition, and nothing that swallows a failed one, where each event is an item of its own", () => {
  const text = definition(writer({ ...NAMES, key: "topic[2]", sort_key: "id" }));
  expect(text).not.toMatch(/ConditionExpression|ConditionalCheck|Older/);
});
