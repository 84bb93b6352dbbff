import { createServer, type Server } from "node:http";
import { isList, type Part, parsed, xml } from "./query";

type Parameters = Record<string, Part>;

/** A request that CloudWatch refuses. */
class Refused extends Error {}

/**
 * A CloudWatch that keeps alarms, dashboards and sums of metrics, since moto has no composite alarms. As the real one, it refuses an alarm
 * that names one that does not exist, and the deletion of an alarm that a composite one names. It speaks the query protocol, as Terraform's
 * provider does, and JSON, as the AWS SDK for JavaScript does.
 */
export class CloudWatch {
  readonly #alarms = new Map<string, Parameters>();
  readonly #dashboards = new Map<string, Parameters>();
  readonly #sums = new Map<string, number>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const [, target] = String(request.headers["x-amz-target"] ?? "").split(".");
      const asked: Parameters = target === undefined ? parsed(new URLSearchParams(body)) : JSON.parse(body);
      const action = target ?? text(asked.Action);
      try {
        const answer = this.#answer(action, asked, region(request.headers.authorization));
        const [type, written] =
          target === undefined
            ? ["text/xml", xml({ [`${action}Response`]: { [`${action}Result`]: answer } })]
            : ["application/x-amz-json-1.0", JSON.stringify(answer)];
        response.writeHead(200, { "content-type": type }).end(written);
      } catch (error) {
        const Message = error instanceof Error ? error.message : String(error);
        const Code = error instanceof Refused ? "ValidationError" : "InvalidAction";
        response.writeHead(400, { "content-type": "text/xml" });
        response.end(xml({ ErrorResponse: { Error: { Type: "Sender", Code, Message } } }));
      }
    });
  }

  /** Starts it and returns its address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://127.0.0.1:${address.port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #answer(action: string, asked: Parameters, place: string): Part {
    switch (action) {
      case "PutMetricAlarm":
      case "PutCompositeAlarm":
        return this.#put(asked, place);
      case "DescribeAlarms":
        return this.#describe(list(asked.AlarmNames));
      case "SetAlarmState":
        return this.#setState(asked);
      case "PutMetricData":
        for (const datum of maps(asked.MetricData)) this.#sums.set(metric(datum), Number(datum.Value));
        return {};
      case "GetMetricData":
        return { MetricDataResults: maps(asked.MetricDataQueries).map((query) => this.#sum(query)) };
      case "DeleteAlarms":
        return this.#delete(list(asked.AlarmNames));
      case "PutDashboard":
        JSON.parse(text(asked.DashboardBody));
        this.#dashboards.set(text(asked.DashboardName), asked);
        return {};
      case "GetDashboard":
        return this.#dashboards.get(text(asked.DashboardName)) ?? {};
      case "DeleteDashboards":
        for (const name of list(asked.DashboardNames)) this.#dashboards.delete(name);
        return {};
      case "ListTagsForResource":
        return { Tags: this.#alarms.get(text(asked.ResourceARN).split(":alarm:")[1] ?? "")?.Tags ?? [] };
      case "TagResource":
      case "UntagResource":
        return {};
      default:
        throw new Error(`${action} is not answered here`);
    }
  }

  #put(asked: Parameters, place: string): Part {
    const name = text(asked.AlarmName);
    const missing = named(asked).filter((child) => !this.#alarms.has(child));
    if (missing.length > 0)
      throw new Refused(`Could not save the composite alarm as alarms [${missing}] do not exist.`);
    if (Number(asked.Period ?? 0) * Number(asked.EvaluationPeriods ?? 0) > 86_400)
      throw new Refused("Metrics cannot be checked across more than a day");
    if (list(asked.AlarmActions).length > 5) throw new Refused("At most 5 actions");
    this.#alarms.set(name, {
      ...asked,
      StateValue: "OK",
      AlarmArn: `arn:aws:cloudwatch:${place}:123456789012:alarm:${name}`,
    });
    return {};
  }

  #describe(names: readonly string[]): Part {
    const found = [...this.#alarms].flatMap(([name, alarm]) => (names.includes(name) ? [alarm] : []));
    const composite = (alarm: Parameters): boolean => alarm.AlarmRule !== undefined;
    return { MetricAlarms: found.filter((alarm) => !composite(alarm)), CompositeAlarms: found.filter(composite) };
  }

  #setState({ AlarmName, StateValue = "", StateReason = "" }: Parameters): Part {
    const alarm = this.#alarms.get(text(AlarmName));
    if (alarm === undefined) throw new Refused(`There is no alarm ${text(AlarmName)}.`);
    this.#alarms.set(text(AlarmName), { ...alarm, StateValue, StateReason });
    return {};
  }

  #sum({ Id = "", MetricStat }: Parameters): Part {
    const value = isMap(MetricStat) && isMap(MetricStat.Metric) ? this.#sums.get(metric(MetricStat.Metric)) : undefined;
    return { Id, Values: value === undefined ? [] : [value] };
  }

  #delete(names: readonly string[]): Part {
    for (const [parent, alarm] of this.#alarms) {
      const child = named(alarm).find((name) => names.includes(name));
      if (child !== undefined && !names.includes(parent))
        throw new Refused(`Cannot delete ${child} as there are composite alarm(s) depending on it.`);
    }
    for (const name of names) this.#alarms.delete(name);
    return {};
  }
}

/** Returns the alarms in a composite alarm's rule. */
function named({ AlarmRule = "" }: Parameters): string[] {
  return text(AlarmRule).match(/(?<=ALARM\(")[^"]+/g) ?? [];
}

/** Returns what a metric is known by here: its name, and the values of its dimensions. */
function metric({ MetricName = "", Dimensions }: Parameters): string {
  return [text(MetricName), ...maps(Dimensions).map(({ Value }) => text(Value))].join(" ");
}

function maps(part: Part | undefined): Parameters[] {
  return isList(part) ? part.filter(isMap) : [];
}

function isMap(part: Part | undefined): part is Parameters {
  return typeof part === "object" && !isList(part);
}

function text(part: Part | undefined): string {
  return typeof part === "string" ? part : "";
}

function list(part: Part | undefined): string[] {
  return isList(part) ? part.map(text) : [];
}

/** Returns the region that a request is signed for. */
function region(signature = ""): string {
  return /Credential=[^/]+\/\d+\/([^/]+)\//.exec(signature)?.[1] ?? "";
}
