import { pathsWithinText } from "../../input/event-paths";
import type { Fault } from "../../text/issue";
import type { CheckedDestination, TargetOptions } from "../destination-type";

interface Queue extends Pick<TargetOptions, "message_group_id"> {
  readonly arn?: string | undefined;
  readonly queue_name?: string | undefined;
  readonly fifo: boolean;
}

/** Finds what SQS refuses of a queue, and message groups that are not what they look like. */
export function queueFaults(queue: Queue, { path, physical, uses }: CheckedDestination): Fault[] {
  const groups = [{ options: queue, path }, ...uses].flatMap(({ options, path }) =>
    pathsWithinText(options.message_group_id ?? "", [...path, "message_group_id"]),
  );
  if (queue.fifo || !physical?.endsWith(".fifo")) return groups;
  const message = `would be created as "${physical}", and only FIFO queues may be called so; write fifo = true, or another queue_name`;
  const at = queue.queue_name === undefined ? { path, atKey: true } : { path: [...path, "queue_name"] };
  return [...groups, { id: "fifo-name", ...at, message }];
}
