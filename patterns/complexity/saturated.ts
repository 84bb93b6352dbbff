import type { Matchable, State } from "./state";
import { QUOTE } from "./wildcard-text";

/** The beginnings of pieces between stars, as one tree: all stars are open, so a piece may begin at any byte. */
interface Piece {
  readonly next: Map<number, Piece>;
  /** The count of the states that it stands for. */
  weight: number;
  readonly ends: Set<Matchable>;
  /** The longest other piece that ends here too. */
  shorter: Piece | undefined;
  /** The weight of it and of all shorter ones. */
  total: number;
}

function newPiece(): Piece {
  return { next: new Map(), weight: 0, ends: new Set(), shorter: undefined, total: 0 };
}

/** Returns the number of states that the machine can be in once a value has opened these stars and all that lie behind them. */
export function saturated(stars: readonly State[]): number {
  const root = newPiece();
  let open = 0;
  const all = [...stars];
  for (let star = all.pop(); star !== undefined; star = all.pop()) {
    open += star.matchables.size;
    const places: [State, Piece][] = [[star, root]];
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
      const [state, piece] = place;
      if (state !== star && state.star !== undefined) all.push(state.star);
      if (state.ends.size > 0) for (const matchable of state.ends) pieceAt(piece, QUOTE).ends.add(matchable);
      // Where nothing stands for a star, its piece begins at once, as it may anywhere.
      for (const [byte, states] of state.next) {
        const next = pieceAt(piece, byte);
        for (const each of states) {
          next.weight += each.matchables.size;
          places.push([each, next]);
        }
      }
    }
  }
  return open + heaviest(root);
}

function pieceAt(piece: Piece, byte: number): Piece {
  const known = piece.next.get(byte) ?? newPiece();
  piece.next.set(byte, known);
  return known;
}

/**
 * Returns the most states at once. Links each piece to the longest shorter one, as Aho and Corasick do, from the shortest to the
 * longest.
 */
function heaviest(root: Piece): number {
  let most = 0;
  const open = [root];
  // The list grows while it is read.
  for (const piece of open) {
    for (const [byte, next] of piece.next) {
      let shorter = piece.shorter;
      while (shorter !== undefined && !shorter.next.has(byte)) shorter = shorter.shorter;
      next.shorter = shorter?.next.get(byte) ?? root;
      next.total = next.weight + next.shorter.total;
      most = Math.max(most, next.total + endsOf(next));
      open.push(next);
    }
  }
  return most;
}

function endsOf(piece: Piece): number {
  const ends = new Set<Matchable>();
  for (let at: Piece | undefined = piece; at !== undefined; at = at.shorter) for (const each of at.ends) ends.add(each);
  return ends.size;
}
