import { inOrder } from "../../../commands/trace/work/in-order";

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function* numbers(count: number, error?: Error) {
  for (let n = 0; n < count; n++) yield n;
  if (error !== undefined) throw error;
}

test("gives results in the order of the tasks, whichever is done first, and begins no more than it may", async () => {
  let running = 0;
  let most = 0;
  const crew = {
    most: 3,
    async do(n: number) {
      most = Math.max(most, ++running);
      await later((n * 7) % 5);
      running--;
      return n;
    },
  };
  const done: number[] = [];
  for await (const n of inOrder(numbers(20), crew)) done.push(n);

  expect(done).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(most).toBe(3);
});

test("gives a result while the next task is awaited", async () => {
  async function* slow() {
    yield 1;
    await new Promise(() => undefined);
  }
  const results = inOrder(slow(), { most: 4, do: async (n: number) => n });

  expect(await results.next()).toEqual({ done: false, value: 1 });
});

test("ends with the error of the tasks behind all of them, and with that of a task in its place", async () => {
  const seen: number[] = [];
  const all = async (crew: (n: number) => Promise<number>, error?: Error) => {
    for await (const n of inOrder(numbers(3, error), { most: 2, do: crew })) seen.push(n);
  };

  await expect(all(async (n) => later(5).then(() => n), new Error("gone"))).rejects.toThrow("gone");
  await expect(all(async (n) => (n === 1 ? Promise.reject(new Error("broken")) : n))).rejects.toThrow("broken");
  expect(seen).toEqual([0, 1, 2, 0]);
});
