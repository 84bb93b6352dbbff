import { isSent } from "../../genesys/topics";
import { streamType, topicsOf } from "../../streams";
import type { Fault } from "../../text/issue";
import { nearest } from "../../text/nearest";
import { type Path, valueAt } from "../../text/value";
import type { Draft, Rule } from "../model";
import { archiveViews, ruleViews } from "../rule-view";
import { defineCheck } from "./check";
import { meantTopic, subscribedFaults, topicFaults } from "./support/topics";

export const topicsCheck = defineCheck({
  name: "topics",
  says: [
    "stream-unused",
    "topic-not-in-organization",
    "topic-not-sent",
    "topic-on-event-bridge",
    "topic-placeholder",
    "topic-retired",
    "topic-uncertain",
    "topic-unused",
    "topic-websocket-only",
    "topic-wildcard",
    "unknown-topic",
  ],
  run: topicChecks,
});

function topicChecks(draft: Draft): Fault[] {
  return [
    ...Object.keys(draft.streams).flatMap((stream) => [
      ...(isCatalogued(draft, stream) ? filters(draft, stream) : []).flatMap(([topic, path]) =>
        subscribes(draft, stream) ? subscribedFaults(topic, path, draft) : topicFaults(topic, path, draft),
      ),
      ...unused(draft, stream),
    ]),
    ...Object.entries(draft.rules).flatMap(([name, rule]) => wanted(draft, rule, ["rules", name, "topics"])),
  ];
}

/** Topics as they are written, each with its place. */
function written({ written: { value } }: Draft, path: Path): [topic: string, path: Path][] {
  const list = valueAt(value, path);
  return Array.isArray(list)
    ? list.flatMap((topic, index) => (typeof topic === "string" ? [[topic, [...path, index]]] : []))
    : [];
}

/** Topics that a stream is told to send; none where its type has no list of them. */
function filters(draft: Draft, stream: string): [topic: string, path: Path][] {
  const key = topicsKey(draft, stream);
  return key === undefined ? [] : written(draft, ["streams", stream, key]);
}

function topicsKey({ streams }: Draft, stream: string): string | undefined {
  const keys = streams[stream];
  return keys && streamType(keys.type).topicsKey;
}

function subscribes({ streams }: Draft, stream: string): boolean {
  const keys = streams[stream];
  return keys !== undefined && streamType(keys.type).subscriptions !== undefined;
}

/** Returns whether the topics of a stream are those that are known; of a stream that is not there, they are. */
function isCatalogued({ streams }: Draft, stream: string): boolean {
  const keys = streams[stream];
  return keys === undefined || streamType(keys.type).envelope.catalogued;
}

function wanted(draft: Draft, { stream, topics }: Rule, path: Path): Fault[] {
  const keys = draft.streams[stream];
  const key = topicsKey(draft, stream);
  // Kinds of events that no list names cannot be checked.
  if (topics === undefined || (keys !== undefined && key === undefined)) return [];
  const sent = keys && topicsOf(keys);
  return written(draft, path).flatMap(([topic, at]) =>
    isSent(topic, sent ?? []) ? [] : notSent(draft, topic, `streams.${stream}.${key}`, stream, sent, at),
  );
}

function notSent(
  draft: Draft,
  topic: string,
  list: string,
  stream: string,
  sent: readonly string[] | undefined,
  path: Path,
): Fault[] {
  const found = isCatalogued(draft, stream) ? topicFaults(topic, path, draft) : [];
  if (sent === undefined || found.some(({ severity }) => severity !== "warning")) return found;
  const near = nearest(topic, sent);
  const advice = near === undefined ? `add it to ${list}` : `did you mean "${near}"? Or add it to ${list}`;
  const message = `"${topic}" is not sent by stream ${stream}, so that no event of it can match; ${advice}`;
  return [{ id: "topic-not-sent", path, message }];
}

/** Finds topics that nothing takes: every event that Genesys Cloud sends is paid for. */
function unused(draft: Draft, stream: string): Fault[] {
  const takers = [...ruleViews(draft), ...archiveViews(draft)].filter((taker) => taker.stream === stream);
  if (takers.length === 0 && isDoubtful(draft)) return [];
  // One that takes nothing was meant to take something, and its pattern is what is said.
  if (takers.some(({ topics }) => topics?.length === 0)) return [];
  if (takers.length === 0) {
    const message = "no rule takes its events, which are paid for and dropped; write a rule, or leave the stream out";
    return [{ id: "stream-unused", severity: "warning", path: ["streams", stream], atKey: true, message }];
  }
  const taken = (topic: string) =>
    topic.includes("*") ||
    takers.some(({ topics }) =>
      topics?.includes(isCatalogued(draft, stream) ? meantTopic(topic, draft.catalogue) : topic),
    );
  return filters(draft, stream)
    .filter(([topic]) => !taken(topic))
    .map(([topic, path]) => {
      const message = `"${topic}" is taken by no rule: its events are paid for and dropped; add it to a rule's topics, or leave it out`;
      return { id: "topic-unused", severity: "warning", path, message };
    });
}

/** Returns true if a rule is faulty: it may well be the one that was meant to take these events. */
function isDoubtful({ rules, streams, written }: Draft): boolean {
  const all = Object.keys(valueAt(written.value, ["rules"]) ?? {}).length;
  return all > Object.keys(rules).length || Object.values(rules).some(({ stream }) => streams[stream] === undefined);
}
