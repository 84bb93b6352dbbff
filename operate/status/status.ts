import type { Check, Link } from "./link";
import { links } from "./links";
import type { Look } from "./look";
import { notSeen } from "./seen";

/** What was found of one link. */
export interface LinkStatus {
  readonly link: string;
  readonly title: string;
  readonly checks: readonly Check[];
}

/** What is really there, in the order of the flow. */
export interface Status {
  readonly environment: string;
  readonly aws_account_id: string;
  readonly aws_region: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** True where nothing is broken, and everything that was asked for could be looked at. */
  readonly healthy: boolean;
  /** The first broken link; what could not be looked at, where nothing is broken. */
  readonly first: (Check & { readonly link: string }) | null;
  readonly links: readonly LinkStatus[];
}

export async function statusOf(look: Look): Promise<Status> {
  const found = await Promise.all(
    links.map(async (link) => ({ link: link.id, title: link.title, checks: await checksOf(link, look) })),
  );
  const all = found.flatMap(({ link, checks }) => checks.map((check) => ({ link, ...check })));
  const first =
    all.find(({ verdict }) => verdict === "broken") ?? all.find(({ verdict }) => verdict === "unknown") ?? null;
  const { name, aws_account_id, aws_region } = look.environment;
  return {
    environment: name,
    aws_account_id,
    aws_region,
    at: look.now.toISOString(),
    healthy: first === null,
    first,
    links: found.filter(({ checks }) => checks.length > 0),
  };
}

async function checksOf(link: Link, look: Look): Promise<readonly Check[]> {
  try {
    return await link.check(look);
  } catch (error) {
    return [notSeen(link.title, error)];
  }
}
