import { arrivedIn } from "../../../functions/kafka-producer/record";
import { parcelOf } from "../../../operate/redrive/parcel";
import { addressBook } from "../../../operate/redrive/recipients";
import { environment, file } from "../../support/environment";
import { deadLetter } from "./letters";

const KAFKA =
  'type = "kafka"\nbrokers = ["b1.acme.example:9096"]\ntopic = "genesys.events"\nauth = { type = "plain", credentials = { secrets_manager = "k" } }';

test("what a function could not write goes to its queue again, in the form that it reads, with the rule beside it", () => {
  const dev = environment(file({ destination: KAFKA }));
  const target = "arn:aws:sqs:us-east-1:123456789012:dev-log";
  const { event, body, attributes } = deadLetter("e-1", { rule: "all", target, code: "MESSAGE_TOO_LARGE" });
  const { recipient, why } = addressBook(dev)({ rule: attributes.RULE_ARN, target });
  if (recipient === undefined) throw new Error(why);
  const parcel = parcelOf(dev, recipient, { id: "e-1", event, body, rule: attributes.RULE_ARN });

  expect(recipient.arn).toBe(target);
  expect("text" in parcel && arrivedIn(parcel.text)).toEqual({ rule: attributes.RULE_ARN, text: body, event });
});
