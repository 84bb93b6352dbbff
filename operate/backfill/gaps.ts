import type { SaidGap } from "../../genesys/gap";
import { kinds } from "./kinds";
import type { Kind } from "./kinds/kind";
import { merged, type Span, within } from "./span";

export interface GapSpans {
  /** The times by kind; a kind that nothing is wanted of is left out. */
  readonly wanted: readonly { readonly kind: Kind; readonly spans: readonly Span[] }[];
  /** Topics whose events no records make good. */
  readonly lost: readonly string[];
  /** The gaps of other streams. */
  readonly others: number;
  readonly gaps: number;
}

/**
 * Returns what makes good the gaps of a stream.
 *
 * @param chosen the only kinds that are wanted; all that the topics of a gap ask for where it is undefined
 */
export function gapSpans(
  gaps: readonly SaidGap[],
  source: string,
  chosen: readonly Kind[] | undefined,
  limits: Partial<Span>,
): GapSpans {
  const own = gaps.filter((gap) => gap.source === source);
  const spanOf = ({ from, to }: SaidGap) =>
    merged([{ from: new Date(from), to: new Date(to) }]).flatMap((span) => within(span, limits) ?? []);
  const wanted = (chosen ?? kinds).map((kind) => ({
    kind,
    spans: merged(
      own.filter(({ topics }) => chosen || topics.some((topic) => kind.topics.test(topic))).flatMap(spanOf),
    ),
  }));
  const topics = new Set(own.flatMap((gap) => gap.topics));
  return {
    wanted: wanted.filter(({ spans }) => spans.length > 0),
    lost: [...topics].filter((topic) => !kinds.some((kind) => kind.topics.test(topic))).sort(),
    others: gaps.length - own.length,
    gaps: own.length,
  };
}
