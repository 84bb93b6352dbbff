import type { Environment } from "../../config/model";
import type { Letter } from "./letter";
import { parcelOf } from "./parcel";
import { type Addressed, addressBook, type Recipient } from "./recipients";
import type { Parcel } from "./senders/sender";

/** The letters of one cause, rule and target. */
export interface Group {
  readonly code: string;
  readonly message: string;
  readonly ruleArn: string | undefined;
  readonly targetArn: string | undefined;
  readonly addressed: Addressed;
  /** False for what the user did not choose. */
  readonly chosen: boolean;
  readonly sample: Letter;
  count: number;
  oldest: Date;
  newest: Date;
  /** How many cannot be sent back, by the reason. */
  readonly staying: Map<string, number>;
}

/** What the user chose; what is empty chooses all. */
export interface Choice {
  readonly rules: ReadonlySet<string>;
  readonly destinations: ReadonlySet<string>;
  readonly causes: ReadonlySet<string>;
}

/** A letter in its group, with what its target would get; without where it stays. */
export interface Sorted {
  readonly letter: Letter;
  readonly group: Group;
  readonly ready: { readonly recipient: Recipient; readonly parcel: Parcel } | undefined;
}

/** The letters of a queue by cause, rule and target. */
export class Groups {
  readonly #groups = new Map<string, Group>();
  readonly #address: ReturnType<typeof addressBook>;

  constructor(
    private readonly environment: Environment,
    private readonly choice: Choice,
  ) {
    this.#address = addressBook(environment);
  }

  /** Returns the groups, the largest first. */
  get all(): readonly Group[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count || (keyOf(a.sample) < keyOf(b.sample) ? -1 : 1));
  }

  add(letter: Letter): Sorted {
    const group = this.#group(letter);
    group.count++;
    if (letter.came < group.oldest) group.oldest = letter.came;
    if (letter.came > group.newest) group.newest = letter.came;
    const { recipient, why } = group.addressed;
    const parcel = recipient === undefined ? { why } : parcelOf(this.environment, recipient, letter);
    if (recipient !== undefined && !("why" in parcel)) return { letter, group, ready: { recipient, parcel } };
    const reason = "why" in parcel ? parcel.why : why;
    group.staying.set(reason, (group.staying.get(reason) ?? 0) + 1);
    return { letter, group, ready: undefined };
  }

  #group(letter: Letter): Group {
    const key = keyOf(letter);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const addressed = this.#address(letter);
    const made: Group = {
      code: letter.code,
      message: letter.message,
      ruleArn: letter.rule,
      targetArn: letter.target,
      addressed,
      chosen: isChosen(this.choice, letter, addressed),
      sample: letter,
      count: 0,
      oldest: letter.came,
      newest: letter.came,
      staying: new Map(),
    };
    this.#groups.set(key, made);
    return made;
  }
}

/** Two messages are the same cause where they differ in ids and numbers only, as of requests. */
function keyOf({ code, message, rule, target }: Letter): string {
  return JSON.stringify([code, message.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gi, "…"), rule, target]);
}

function isChosen(
  { rules, destinations, causes }: Choice,
  { code }: Letter,
  { rule, destination }: Addressed,
): boolean {
  const has = (set: ReadonlySet<string>, value: string | undefined) =>
    set.size === 0 || (value !== undefined && set.has(value));
  return has(rules, rule) && has(destinations, destination) && has(causes, code);
}
