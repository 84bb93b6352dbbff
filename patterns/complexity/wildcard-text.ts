import type { DemandOf } from "../pattern";

/** The step of a wildcard text that any bytes pass. */
export const STAR = -1;
/** The byte that ends a text: values are read with their quotes. */
export const QUOTE = 0x22;

/** A step of a wildcard text: a byte of its UTF-8, or STAR. */
export interface Step {
  readonly byte: number;
  /** True for the first byte of a character. */
  readonly isFirst: boolean;
  /** True for a letter that has another case. */
  readonly isCased: boolean;
}

const star: Step = { byte: STAR, isFirst: true, isCased: false };
const encoder = new TextEncoder();

/** Returns the steps from the opening quote on, without the closing one. */
export function stepsOf({ pieces }: Pick<DemandOf<"wildcard">, "pieces">): Step[] {
  const [first = "", ...others] = pieces;
  return [...bytesOf(`"${first}`), ...others.flatMap((piece) => [star, ...bytesOf(piece)])];
}

function bytesOf(piece: string): Step[] {
  return Array.from(piece).flatMap((character) => {
    const isCased = character.length === 1 && character.toLowerCase() !== character.toUpperCase();
    return Array.from(encoder.encode(character), (byte, index) => ({ byte, isFirst: index === 0, isCased }));
  });
}
