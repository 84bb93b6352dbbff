/** Somebody who does several tasks at once. */
export interface Crew<Task, Done> {
  /** The most tasks that are begun and not fetched, which bounds the memory. */
  readonly most: number;
  do(task: Task): Promise<Done>;
}

/** What comes next: a task, the end of all, or what the first of the begun tasks has given. */
type Turn<Task> = { readonly task: Task } | { readonly error: unknown } | "end" | "done";

/**
 * Yields what became of tasks in the order of these, each as soon as its turn has come, however long the next task is awaited. Where the
 * tasks end with an error, that comes behind all of them.
 */
export async function* inOrder<Task, Done>(tasks: AsyncIterable<Task>, crew: Crew<Task, Done>): AsyncGenerator<Done> {
  const iterator = tasks[Symbol.asyncIterator]();
  const begun: Promise<Done>[] = [];
  let coming: Promise<Turn<Task>> | undefined = next(iterator);
  let failure: { readonly error: unknown } | undefined;
  try {
    for (;;) {
      const [first] = begun;
      if (coming === undefined && first === undefined) break;
      const isFull = begun.length >= crew.most;
      const turn: Turn<Task> = coming === undefined || isFull ? "done" : await either(coming, first);
      if (turn === "done") {
        if (first !== undefined) yield await first;
        begun.shift();
      } else if (typeof turn === "object" && "task" in turn) {
        const doing = crew.do(turn.task);
        // It is seen when its turn comes.
        doing.catch(() => undefined);
        begun.push(doing);
        coming = next(iterator);
      } else {
        coming = undefined;
        if (turn !== "end") failure = turn;
      }
    }
  } finally {
    iterator.return?.()?.catch(() => undefined);
  }
  if (failure !== undefined) throw failure.error;
}

async function either<Task>(coming: Promise<Turn<Task>>, first: Promise<unknown> | undefined): Promise<Turn<Task>> {
  return first === undefined ? coming : Promise.race([coming, first.then((): Turn<Task> => "done")]);
}

async function next<Task>(iterator: AsyncIterator<Task>): Promise<Turn<Task>> {
  try {
    const { done, value } = await iterator.next();
    return done ? "end" : { task: value };
  } catch (error) {
    return { error };
  }
}
