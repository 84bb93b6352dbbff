import conversations from "./conversations.sql";
import events from "./events.athena.sql";

/**
 * Returns the query for one row a conversation as Athena runs it, over a table of events with the columns `detail_type` and `detail`.
 *
 * @param table the table's name, quoted where it needs quotes
 * @param window the condition on partitions, so that not every file is read
 */
export function conversationsQuery(table: string, window = "true"): string {
  const view = events.replace("{{table}}", () => table).replace("{{window}}", () => window);
  return `WITH events AS (\n${view.trimEnd()}\n)\nSELECT * FROM (\n${conversations.trimEnd()}\n) AS conversations\nORDER BY began, conversation_id`;
}
