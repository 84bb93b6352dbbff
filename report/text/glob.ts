/** Returns whether a pattern with `*` (any text) and `?` (any one character) covers a whole text; other characters stand for themselves. */
export function covers(pattern: string, text: string): boolean {
  return isMadeOf(pattern.split("*"), text, at);
}

/** Returns whether a text is these pieces in their order, with anything between them. */
export function hasPieces(pieces: readonly string[], text: string): boolean {
  return isMadeOf(pieces, text, (piece, within, from) => within.indexOf(piece, from));
}

/** The place of a piece in a text from some place on, or -1. */
type Find = (piece: string, text: string, from: number) => number;

/**
 * Takes of each piece the first place there is: a later one would leave less to the pieces that follow. So nothing is
 * ever tried again, which a regular expression of the same would do without end.
 */
function isMadeOf(pieces: readonly string[], text: string, find: Find): boolean {
  const [first = "", ...others] = pieces;
  const last = others.pop();
  if (find(first, text.slice(0, first.length), 0) !== 0) return false;
  if (last === undefined) return text.length === first.length;
  const end = text.length - last.length;
  if (end < first.length || find(last, text.slice(end), 0) !== 0) return false;
  let from = first.length;
  for (const piece of others) {
    const found = find(piece, text, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return from <= end;
}

function at(piece: string, text: string, from: number): number {
  if (!piece.includes("?")) return text.indexOf(piece, from);
  for (let start = from; start + piece.length <= text.length; start++) if (standsAt(piece, text, start)) return start;
  return -1;
}

function standsAt(piece: string, text: string, start: number): boolean {
  for (let index = 0; index < piece.length; index++) {
    const wanted = piece.charCodeAt(index);
    if (wanted !== ANY && wanted !== text.charCodeAt(start + index)) return false;
  }
  return true;
}

const ANY = "?".charCodeAt(0);
