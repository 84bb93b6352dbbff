/** Where Terraform takes what was at another address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export function movesOf(stack: object): readonly Move[] {
  return "moved" in stack && Array.isArray(stack.moved) ? stack.moved : [];
}

/** Where Terraform finds what the state has under an address. */
export function followed(moves: readonly Move[], address: string): string {
  const move = moves.find(({ from }) => from === address);
  return move === undefined ? address : followed(moves, move.to);
}
