/** A `moved` block: the new address of what was at another. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export function movesOf(stack: object): readonly Move[] {
  return "moved" in stack && Array.isArray(stack.moved) ? stack.moved : [];
}

/** Returns the address where Terraform finds what the state has under an address. */
export function followed(moves: readonly Move[], address: string): string {
  const move = moves.find(({ from }) => from === address);
  return move === undefined ? address : followed(moves, move.to);
}
