import type { MetricName } from "../../../aws/alarm-kind";
import { functionLogGroupName } from "../../../aws/log-groups";
import { type Metric, ofRule, ofStream } from "../../../monitoring/metrics";
import { type Watched, type WatchedRule, type WatchedStream, watched } from "../../../monitoring/watched";
import { plural } from "../../../text/words";
import { broken, type Check, type Link, ok, warning } from "../link";
import { lastHour } from "../live/metrics";
import { feeding, livePart } from "../live/parts";
import type { Look } from "../look";
import { namedStreams } from "../streams";
import { partsOf } from "./parts";

const sum = (name: string): MetricName => ({ namespace: "AWS/Events", name, statistic: "Sum" });

/** What is counted of a rule, by its name in JSON. */
const OF_RULES = {
  matched: sum("MatchedEvents"),
  invocations: sum("Invocations"),
  failed: sum("FailedInvocations"),
  lost: sum("InvocationsFailedToBeSentToDlq"),
  throttled: sum("ThrottledRules"),
} as const;

type Counted = Readonly<Record<keyof typeof OF_RULES, number>>;

/** How often a function failed (Lambda developer guide, "Types of metrics for Lambda functions", 2026-11). */
const FAILED = { namespace: "AWS/Lambda", name: "Errors", statistic: "Sum" } as const;

/** The events of the last hour at each step, as CloudWatch counted them: at the source, at what feeds it, at every rule, at every destination. */
export const traffic: Link = {
  id: "traffic",
  title: "last hour",
  async check(look) {
    const all = await whatIsThere(look);
    const functions = all.streams.flatMap((stream) => stream.functions);
    const rules = all.streams.flatMap((stream) => stream.rules.map((rule) => ({ stream: stream.key, rule })));
    const destinations = all.destinations.flatMap(({ key, type: { monitored }, dimensions }) =>
      dimensions && monitored.count ? [{ key, metric: { ...monitored.count, dimensions } }] : [],
    );
    const names = Object.keys(OF_RULES) as readonly (keyof Counted)[]; // the keys of the record above
    const metrics: Metric[] = [
      ...all.streams.map(({ arrivals }) => arrivals),
      ...functions.map((FunctionName) => ({ ...FAILED, dimensions: { FunctionName } })),
      ...rules.flatMap(({ rule }) => names.map((name) => ofRule(OF_RULES[name], rule))),
      ...destinations.map(({ metric }) => metric),
    ];
    const values = await lastHour(look, metrics);
    const next = (count: number) => values.splice(0, count);
    const arrived = next(all.streams.length);
    const failures = next(functions.length);
    const counted = rules.map(({ stream, rule }) => {
      const of = next(names.length);
      return {
        stream,
        rule,
        counts: Object.fromEntries(names.map((name, index) => [name, of[index] ?? 0])) as Counted,
      }; // every name
    });
    return [
      ...all.streams.map(({ key }, index) => {
        const own = counted.filter(({ stream }) => stream === key);
        return streamCheck(
          key,
          arrived[index] ?? 0,
          own.reduce((total, { counts }) => total + counts.matched, 0),
        );
      }),
      ...functions.map((name, index) => functionCheck(name, failures[index] ?? 0)),
      ...counted.map(({ rule, counts }) => ruleCheck(rule, counts)),
      ...destinations.map(({ key }, index) =>
        ok(`destination ${key}`, `${plural(values[index] ?? 0, "event")} arrived, from whomever`, {
          arrived: values[index] ?? 0,
        }),
      ),
    ];
  },
};

interface Counting extends Omit<Watched, "streams"> {
  readonly streams: readonly (WatchedStream & { readonly arrivals: Metric })[];
}

/** What is there to count of; a stream has nothing whose bus nobody can name, or whose sender's door is not there. */
async function whatIsThere(look: Look): Promise<Counting> {
  const buses = new Map(namedStreams(look.environment).map(({ stream, bus }) => [stream, bus]));
  const all = watched(look.environment, (stream) => buses.get(stream) ?? stream);
  const streams = await Promise.all(
    all.streams.map(async (stream) => ({ ...stream, arrivals: await withIds(look, ofStream(stream)) })),
  );
  return {
    ...all,
    streams: streams.flatMap(({ arrivals, ...stream }) =>
      arrivals === undefined || buses.get(stream.key) === undefined ? [] : [{ ...stream, arrivals }],
    ),
  };
}

/** Returns a metric with the ids that AWS made up in place of Terraform's references; undefined where one of them is not known. */
async function withIds(look: Look, metric: Metric): Promise<Metric | undefined> {
  const dimensions: Record<string, string> = {};
  for (const [name, value] of Object.entries(metric.dimensions)) {
    const [, address] = /^\$\{([\w-]+\.[\w-]+)\.\w+\}$/.exec(value) ?? [];
    const part = partsOf(look, feeding).find(({ wanted }) => wanted.address === address);
    const id = part && (await livePart(look, part.wanted, part.reader).catch(() => undefined))?.id;
    if (address !== undefined && id === undefined) return undefined;
    dimensions[name] = id ?? value;
  }
  return { ...metric, dimensions };
}

function functionCheck(name: string, failed: number): Check {
  const subject = `function ${name}`;
  const numbers = { failed };
  if (failed === 0) return ok(subject, "no invocation failed", numbers);
  const what = `${plural(failed, "invocation")} failed, of what was sent to the stream`;
  return { ...broken(subject, what, `see its log group, ${functionLogGroupName(name)}, which says why`), numbers };
}

function streamCheck(key: string, events: number, matched: number): Check {
  const numbers = { events, matched };
  const subject = `stream ${key}`;
  const came = `${plural(events, "event")} came in`;
  if (events === 0 || matched > 0) return ok(subject, `${came}, ${matched} matched by rules`, numbers);
  const check = warning(
    subject,
    `${came}, and no rule matched any`,
    "compare topics and patterns with an event: npm run trace",
  );
  return { ...check, numbers };
}

function ruleCheck({ name }: WatchedRule, counts: Counted): Check {
  const { matched, invocations, failed, lost, throttled } = counts;
  const subject = `rule ${name}`;
  if (lost > 0)
    return {
      ...broken(
        subject,
        `${plural(lost, "event")} lost: neither the target nor the dead-letter queue took them`,
        "see the permissions above",
      ),
      numbers: counts,
    };
  if (failed > 0)
    return {
      ...broken(
        subject,
        `${failed} of ${plural(matched, "matched event")} could not be delivered`,
        "see the permissions above and the dead letters, which say why",
      ),
      numbers: counts,
    };
  if (throttled > 0)
    return {
      ...warning(
        subject,
        `held back ${throttled} times, so that events are late`,
        "ask for more invocations a second in Service Quotas",
      ),
      numbers: counts,
    };
  return ok(subject, `${matched} matched, ${plural(invocations, "invocation")}`, counts);
}
