import { parentPort, workerData } from "node:worker_threads";
import { Tracer } from "../../../trace/tracer";
import { environmentOf } from "../../environment";
import type { FilePiece } from "../event-files";
import type { Answer, Told } from "./threads";
import { Work } from "./work";

/** Does the tasks that the program's main thread gives, until it says that there are no more. */
export function workInThread(): void {
  const { file, exact, wanted }: Told = workerData;
  const environment = environmentOf(file);
  if (environment === undefined || parentPort === null) throw new Error("a thread was begun without an environment");
  const work = new Work(new Tracer(environment, { exact }), wanted);
  const port = parentPort;
  port.on("message", (task: FilePiece | "end") => {
    if (task === "end") port.close();
    else port.postMessage(answer(work, task));
  });
}

function answer(work: Work, task: FilePiece): Answer {
  try {
    return { done: work.do(task) };
  } catch (error) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    return { error: { message, stack } };
  }
}
