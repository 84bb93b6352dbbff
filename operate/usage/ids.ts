import type { Environment } from "../../config/model";
import type { Metric } from "../../monitoring/metrics";
import { own } from "../../report/own";
import type { Resource } from "../../report/resources/resource";
import type { Account } from "../status/live/account";
import { feeding } from "../status/live/parts";
import type { PartReader } from "../status/live/parts/part";
import { declaredBy } from "../status/look";

/** The id of a resource of the stack's own, as a dimension has it that Terraform fills in. */
const ID = /^\$\{(.+)\.id\}$/;

type Identified = NonNullable<PartReader["identified"]>;

/** A resource whose id only the account knows, and how it is found. */
export interface Unknown extends Identified {
  /** The dimension as it stands in the plan. */
  readonly written: string;
  readonly wanted: Resource;
}

/** Returns what must be asked for before metrics can be. */
export function unknownIn(metrics: readonly Metric[], environment: Environment): Unknown[] {
  const texts = new Set(metrics.flatMap(({ dimensions }) => Object.values(dimensions)));
  return [...texts].flatMap((written) => {
    const address = ID.exec(written)?.[1];
    const wanted = declaredBy(environment).all.find((resource) => resource.address === address);
    const identified = wanted && own<PartReader>(feeding, wanted.type)?.identified;
    return wanted && identified ? [{ written, wanted, ...identified }] : [];
  });
}

/** Returns a metric as CloudWatch has it; undefined where the account has no resource of that name. */
export type Filled = (metric: Metric) => Metric | undefined;

/** Finds the ids that metrics are named by. */
export async function filling(unknown: readonly Unknown[], account: Account): Promise<Filled> {
  const ids = new Map(
    await Promise.all(unknown.map(async ({ written, wanted, id }) => [written, await id(account, wanted)] as const)),
  );
  return (metric) => {
    const dimensions = Object.entries(metric.dimensions).map(
      ([name, value]) => [name, ID.test(value) ? ids.get(value) : value] as const,
    );
    if (dimensions.some(([, value]) => value === undefined)) return undefined;
    return { ...metric, dimensions: Object.fromEntries(dimensions) as Metric["dimensions"] };
  };
}
