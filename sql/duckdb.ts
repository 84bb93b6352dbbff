import conversations from "./conversations.sql";
import events from "./events.duckdb.sql";
import pieces from "./pieces.duckdb.sql";

/** The fields of an event's body that are read, as text whatever they hold. */
const TEXTS = [
  ..."conversationId participantId sessionId mediaType direction ani dnis externalContactId queueId userId".split(" "),
  ..."disconnectType acdOutcome wrapupCode flowOutcomeId flowOutcomeValue attributes".split(" "),
  // Those of a record that was fetched.
  ..."conversationStart conversationEnd originatingDirection participants".split(" "),
];
/** The fields of an event's body that are numbers; anything else is taken for missing. */
const NUMBERS = "eventTime wrapupDurationMs interactingDurationMs heldDurationMs connectedDurationMs".split(" ");

const BODY = [...TEXTS.map((name) => `"${name}" VARCHAR`), ...NUMBERS.map((name) => `"${name}" BIGINT`)].join(", ");

/** Returns a text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Returns a path as SQL writes it where it may be a pattern, which it is not. */
export const quotedPath = (path: string): string => quoted(path.replace(/[*?[]/g, "[$&]"));

/** Files that hold an event a line, all compressed or none. */
export interface Lines {
  readonly files: readonly string[];
  readonly gzip: boolean;
}

/** Returns the relation of the events in files, of which the fields that conversations need are parsed. */
export function eventsIn({ files, gzip }: Lines): string {
  const compression = gzip ? "gzip" : "uncompressed";
  return `SELECT * FROM read_json([${files.map(quotedPath).join(", ")}], format = 'newline_delimited', compression = '${compression}',
    ignore_errors = true, filename = true, columns = {'detail-type': 'VARCHAR', 'detail': 'STRUCT(eventBody STRUCT(${BODY}))'})`;
}

/** Returns the query for the pieces of conversations in files. */
export function piecesQuery(lines: readonly Lines[]): string {
  return pieces.replace("{{files}}", () => `(${lines.map(eventsIn).join("\nUNION ALL\n")}) AS files`);
}

/** Returns the query behind the view `events`, over a table of pieces, as things stand at a moment. */
export function eventsQuery(asOf: Date): string {
  return `SELECT *, TIMESTAMP ${quoted(asOf.toISOString().replace(/Z$/, ""))} AS as_of FROM (${events})`;
}

/** The query for one row a conversation, over the view `events`. */
export const conversationsQuery: string = conversations;
