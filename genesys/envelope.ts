/** The fields that every event on the bus has at its top (EventBridge user guide, "Event structure", 2026-11). */
export const ENVELOPE = [
  "account",
  "detail",
  "detail-type",
  "id",
  "region",
  "resources",
  "source",
  "time",
  "version",
] as const;

/** The values that every event from Genesys Cloud has, all of them text (from public captures, 2026-11). */
export const ENVELOPE_FIELDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    "account",
    "detail-type",
    "detail.metadata.CorrelationId",
    "detail.timestamp",
    "detail.topicName",
    "detail.version",
    "id",
    "region",
    "source",
    "time",
    "version",
  ].map((path) => [path, ["string"]]),
);

/** What patterns, traces and reports may count on in the events of a stream. */
export interface Envelope {
  /** The path of the field that says of what kind an event is, which files call its topic. */
  readonly topicField: string;
  /** The path of the topic with real ids in it, where events have one. */
  readonly realTopicField?: string;
  /** The values that every event has, with their kinds. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Whether topics are those of data/topics.json, of which retired ones, slips and fields of the body are known. */
  readonly catalogued: boolean;
}

/** The envelope of Genesys Cloud's events, however they come. */
export const genesysEnvelope: Envelope = {
  topicField: "detail-type",
  realTopicField: "detail.topicName",
  fields: ENVELOPE_FIELDS,
  catalogued: true,
};

/** The envelope of events from elsewhere, which have no catalogue of topics. */
export const detailEnvelope: Envelope = {
  topicField: "detail-type",
  fields: Object.fromEntries(
    ["account", "detail-type", "detail.topicName", "detail.version", "id", "region", "source", "time", "version"].map(
      (path) => [path, ["string"]],
    ),
  ),
  catalogued: false,
};

/** Returns whether a path can be in an event at all. */
export function isInEvent(path: string): boolean {
  const first = path.replace(/^\$\./, "").split(/[.[]/)[0];
  return ENVELOPE.some((name) => name === first);
}
