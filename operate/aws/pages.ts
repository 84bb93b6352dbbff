/** Returns everything that a service tells page by page. `ask`: by the mark of the page before; what it has, and the next mark. */
export async function pages<Item>(
  ask: (token: string | undefined) => Promise<readonly [items: readonly Item[] | undefined, next: string | undefined]>,
): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  do {
    const [items = [], next] = await ask(token);
    all.push(...items);
    token = next || undefined;
  } while (token !== undefined);
  return all;
}
