/** A column of the rows of conversations. */
export interface Column {
  readonly name: string;
  readonly kind: "text" | "time" | "list" | "value";
  /** The path of the field of events that it comes from, by which the catalogue knows whether it is personal. */
  readonly field?: string;
  readonly help: string;
}

const body = (field: string) => `detail.eventBody.${field}`;

/** The columns of a row, in their order. */
export const columns: readonly Column[] = [
  { name: "conversation_id", kind: "text", field: body("conversationId"), help: "the conversation" },
  { name: "began", kind: "time", help: "the customer's first start, or that of the agent who called" },
  { name: "ended", kind: "time", help: "the customer's last end; empty while the customer is there" },
  { name: "media_type", kind: "text", help: "VOICE, MESSAGE, EMAIL and so on: of the customer's first session" },
  { name: "direction", kind: "text", help: "INBOUND or OUTBOUND: of the customer's first session" },
  { name: "ani", kind: "text", field: body("ani"), help: "the address that called" },
  { name: "dnis", kind: "text", field: body("dnis"), help: "the address that was called" },
  { name: "external_contact_id", kind: "text", field: body("externalContactId"), help: "the contact, as last set" },
  { name: "queues", kind: "value", help: "different queues that were seen" },
  { name: "first_queue_id", kind: "text", help: "the first of them" },
  { name: "last_queue_id", kind: "text", help: "the last of them" },
  { name: "agents", kind: "value", help: "different agents that were seen, without those who were only called" },
  { name: "first_agent_id", kind: "text", field: body("userId"), help: "the first of them" },
  { name: "last_agent_id", kind: "text", field: body("userId"), help: "the last of them" },
  { name: "wait_seconds", kind: "value", help: "time in queues" },
  { name: "talk_seconds", kind: "value", help: "time with agents, without hold" },
  { name: "hold_seconds", kind: "value", help: "time on hold" },
  { name: "wrapup_seconds", kind: "value", help: "agents' work afterwards" },
  { name: "transfers", kind: "value", help: "agents' sessions that ended in a transfer" },
  { name: "abandoned", kind: "value", help: "the last queue was left before anybody answered" },
  { name: "abandoned_by", kind: "text", help: "the disconnect type with which it was left: PEER is the customer" },
  { name: "disconnect_type", kind: "text", help: "how the customer's last session ended" },
  { name: "wrapup_codes", kind: "list", help: "the wrap-up code of each agent's session, sorted" },
  { name: "flow_outcomes", kind: "list", help: "outcomes of flows, as id=VALUE, sorted" },
  {
    name: "attributes",
    kind: "text",
    field: body("attributes"),
    help: "a participant's attributes, as last set, as JSON",
  },
  {
    name: "parts",
    kind: "value",
    help: "starts, ends, wrap-ups, outcomes and participants' attributes that were seen",
  },
  { name: "last_part", kind: "time", help: "the time of the last of them" },
  {
    name: "complete",
    kind: "value",
    help: "the customer has ended, each session has start and end, each answered queue an agent, and each agent wrapped up or a day has passed",
  },
  { name: "origin", kind: "text", help: "stream, or backfill where a fetched record was taken for all of the row" },
];
