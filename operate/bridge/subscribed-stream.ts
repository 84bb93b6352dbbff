import type { Environment } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import type { Subscribed } from "../../streams/stream-type";
import { suggestion } from "../../text/nearest";
import { busOf, type StreamBus } from "../buses";

/** A stream of subscriptions with its bus. */
export interface SubscribedStream extends StreamBus {
  readonly subscribed: Subscribed;
}

/** Returns the streams of an environment that subscribe to their topics. */
export function subscribedStreams(environment: Environment): SubscribedStream[] {
  return Object.entries(environment.streams).flatMap(([stream, keys]) => {
    const own = busOf(environment, stream, keys);
    const subscribed = own.type.subscriptions?.(keys);
    return subscribed === undefined ? [] : [{ ...own, subscribed }];
  });
}

/** Returns the one that is meant; where none is named, the only one. @throws FilesProblem where there is none, or several */
export function subscribedStream(environment: Environment, named: string | undefined): SubscribedStream {
  const all = subscribedStreams(environment);
  const names = all.map(({ stream }) => stream);
  const [only, another] = all;
  if (only === undefined)
    throw new FilesProblem(
      `${environment.name} has no stream that subscribes to topics; write one with topics and ids`,
    );
  if (named === undefined && another === undefined) return only;
  if (named === undefined)
    throw new FilesProblem(
      `${environment.name} has several streams that subscribe to topics; write --stream ${names.join(" or --stream ")}`,
    );
  const found = all.find(({ stream }) => stream === named);
  if (found === undefined)
    throw new FilesProblem(
      `${environment.name} has no stream ${named} that subscribes to topics${suggestion(named, names) || `; write --stream ${names.join(" or --stream ")}`}`,
    );
  return found;
}
