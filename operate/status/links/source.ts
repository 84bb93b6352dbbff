import type { EventSource } from "@aws-sdk/client-eventbridge";
import { parseArn } from "../../../aws/arn";
import { monitoringOf } from "../../../streams/parts/monitored";
import { broken, type Check, type Link, ok } from "../link";
import { eventSources } from "../live/sources";
import type { Look } from "../look";
import { applyAgain } from "../remedies";
import { type NamedStream, namedStreams } from "../streams";

/** The sources that senders offer, of those streams whose senders do. */
export const source: Link = {
  id: "source",
  title: "event source",
  async check(look) {
    const streams = namedStreams(look.environment).filter(({ type }) => type.sources.reserved !== undefined);
    if (streams.length === 0) return [];
    const found = await eventSources(look.account);
    return streams.map((stream) => checkSource(look, stream, found));
  },
};

function checkSource({ environment }: Look, stream: NamedStream, sources: readonly EventSource[]): Check {
  const { type, source: name } = stream;
  const subject = `stream ${stream.stream}`;
  const { called } = type.sources;
  const found = sources.find(({ Name }) => Name === name);
  const place = `account ${environment.aws_account_id}, region ${environment.aws_region}`;
  if (name === undefined || found === undefined) {
    const shown = name ?? type.sources.form;
    const like = nearly(stream, sources);
    return broken(
      subject,
      `${called} ${shown} is not in ${place}${like === undefined ? "" : `; there is ${like}`}`,
      `look at the sender's side: ${monitoringOf(type, stream.keys).advice}, and whether it is for this account and region; a source that no bus took for two weeks is gone, and the sender must be saved again`,
    );
  }
  switch (found.State) {
    case "ACTIVE": {
      const { account, region } = parseArn(found.Arn ?? "");
      const away =
        (region !== "" && region !== environment.aws_region) ||
        (account !== "" && account !== environment.aws_account_id);
      if (away)
        return broken(
          subject,
          `${called} is of ${region} ${account}`,
          "set the credentials of the environment's account",
        );
      return ok(subject, `${name} is active`);
    }
    case "PENDING": {
      const until =
        found.ExpirationTime === undefined ? "" : `, and AWS deletes it at ${found.ExpirationTime.toISOString()}`;
      return broken(
        subject,
        `${called} ${name} is pending: no bus is on it, and every event is thrown away${until}`,
        applyAgain(environment),
      );
    }
    default:
      return broken(
        subject,
        `${called} ${name} is ${String(found.State).toLowerCase()}: the sender took it away, and nothing comes in`,
        `${monitoringOf(type, stream.keys).advice}; once it offers the source again, ${applyAgain(environment)}`,
      );
  }
}

/** A source of the same stream of another organization, or in other letters. */
function nearly({ type, keys, source }: NamedStream, sources: readonly EventSource[]): string | undefined {
  const names = sources.flatMap(({ Name }) => Name ?? []);
  const ofOther = names.find((name) => {
    const organization = type.organizationIn?.(name);
    return organization !== undefined && type.source(keys, { environment: "", stream: "", organization }) === name;
  });
  return ofOther ?? names.find((name) => name.toLowerCase() === source?.toLowerCase());
}
