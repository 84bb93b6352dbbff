import * as z from "zod";
import { parseArn } from "../aws/arn";
import { PAYLOAD_BYTES } from "../aws/limits";
import { PIECE_BYTES, perMillion } from "../aws/prices";
import { arn } from "../schema/text";
import { destinationKeys } from "./destination-keys";
import { defineDestination } from "./destination-type";

export const eventBus = defineDestination({
  type: "event_bus",
  summary: "Event bus, also of another account or region",
  schema: z.strictObject({
    type: z.literal("event_bus"),
    ...destinationKeys,
    arn: arn(
      "events",
      // PutEvents of the API refuses names with a slash, which are those of partners' buses.
      "event-bus/[A-Za-z0-9._-]{1,256}",
      "the ARN of a default or custom bus such as arn:aws:events:us-east-1:210987654321:event-bus/central: a partner's bus takes that partner's events only",
    ).meta({
      description:
        "The bus; a role that may put events there is added. The policy of a bus of another account or region must let this account put events there, before the first apply.",
      example: "arn:aws:events:us-east-1:210987654321:event-bus/central",
    }),
  }),
  example: { type: "event_bus", arn: "arn:aws:events:us-east-1:210987654321:event-bus/central" },
  within: "anywhere",
  options: [],
  input: "json",
  payloadBytes: PAYLOAD_BYTES.event_bus,
  notes: {
    encryption: "the bus's own",
    limits:
      "events are not forwarded to a third bus; to another account they go as they are; rules there should match on account; AWS refuses some pairs of regions",
    failure:
      "AWS refuses the target (AccessDeniedException) where a bus of another account or region does not let this account in; dead-letter queue with NO_PERMISSIONS; what the other bus's rules do is seen there only",
    repeat: "one more event on that bus, for each of its rules",
    arrival: "an event on the other bus, with the source of this one",
  },
  // What it took in is told by its own account; events to it are counted by the rules here.
  monitored: {
    alarms: [],
    usage: [
      {
        metric: { namespace: "AWS/Events", name: "MatchedEvents", statistic: "Sum" },
        label: "forwarded",
        price: perMillion.forwarded_event,
        step_bytes: PIECE_BYTES,
      },
    ],
  },
  custody: ({ arn }) => ({
    readers: `whoever account ${parseArn(arn).account} gives a rule on that bus, and their targets`,
    retention: "none of its own: events pass through to the targets of that bus's rules",
    encryption: "the bus's own; this file does not say",
  }),
  wholeEvents: ({ arn }, { aws_account_id }) => {
    if (parseArn(arn).account === aws_account_id) return undefined;
    const message =
      "cannot be used for a bus of another account: EventBridge sends it whole events only; leave it out, or transform there";
    return { id: "input-across-accounts", message };
  },
  permission: () => ({ kind: "role", actions: ["events:PutEvents"] }),
});
