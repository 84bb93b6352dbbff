import agents from "./agents.sql";
import arrivals from "./arrivals.athena.sql";
import conversations from "./conversations.sql";
import events from "./events.athena.sql";
import gaps from "./gaps.sql";
import queues from "./queues.sql";
import sizes from "./sizes.athena.sql";
import usage from "./usage.sql";

/** A table, and which of its files are read. */
export interface Source {
  /** The table's name, quoted where it needs quotes. */
  readonly table: string;
  /** The condition on partitions, so that not every file is read. */
  readonly window: string;
}

/** Returns a query as Athena runs it, over the rows of some tables that have the same columns. */
export type AthenaQuery = (sources: readonly Source[]) => string;

/** Returns a query over one of its views: Terraform makes none in Athena, so that the query brings it along. */
function over(name: string, view: string, query: string, order: string): AthenaQuery {
  return (sources) => {
    const selections = sources.map(({ table, window }) => `SELECT * FROM ${table} WHERE ${window}`);
    const filled = view.replace("{{files}}", () => `(\n${selections.join("\nUNION ALL\n")}\n) AS files`);
    return `WITH ${name} AS (\n${filled.trimEnd()}\n)\nSELECT * FROM (\n${query.trimEnd()}\n) AS found\nORDER BY ${order}`;
  };
}

/** One row a conversation, over tables of events with the columns `detail_type` and `detail`. */
export const conversationsQuery = over("events", events, conversations, "began, conversation_id");
/** One row a day and agent, over the same. */
export const agentsQuery = over("events", events, agents, "day, agent_id");
/** One row a half hour and queue, over the same. */
export const queuesQuery = over("events", events, queues, "interval_at, queue_id, media_type");
/** The times in which events may be missing, over the same with `source` and `time`. */
export const gapsQuery = over("arrivals", arrivals, gaps, "from_at, source");
/** Usage by day and topic, over a table of the column `line`, with events as they are. */
export const usageQuery = over("sizes", sizes, usage, "day, pieces DESC, topic");
