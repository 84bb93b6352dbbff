/// <reference lib="dom" />
import "../instead/without-eval";
import type { Issue } from "../../text/issue";
import { plural } from "../../text/words";
import type { PageData } from "../data";
import { examineText, type WrittenFile } from "../environment-text";
import { modelIn } from "../model-text";
import { Desk } from "./desk";
import { Editor, type Mark } from "./editor";
import { element } from "./elements";
import { Links } from "./link";

const data: PageData = JSON.parse(element("playground-data", HTMLScriptElement).textContent ?? "");
if ("model" in data) new Desk(false).use(modelIn(data.model));
else playground(data.file);

function playground({ name, text, topics }: WrittenFile): void {
  const desk = new Desk(true, () => links.outdate());
  const named = element("name", HTMLInputElement);
  const changed = soon(() => {
    examine();
    links.outdate();
  });
  const editor = new Editor("file", changed);
  named.addEventListener("input", changed);
  const links = new Links(
    () => ({ name: named.value, file: editor.text, ...desk.state }),
    (state) => {
      named.value = state.name;
      editor.text = state.file;
      desk.put(state);
      examine();
    },
  );
  named.value = name;
  editor.text = text;
  examine();
  void links.follow();

  function examine(): void {
    // The topics are those of the organization of one file, which another need not name.
    const beside = named.value === name ? topics : undefined;
    const { issues, environment } = examineText({ name: named.value, text: editor.text, topics: beside });
    const marks = issues.map((issue) => markOf(issue, named.value));
    editor.show(marks);
    const errors = issues.filter(({ severity }) => severity === "error").length;
    const counts = [
      ...(errors > 0 ? [plural(errors, "error")] : []),
      ...(issues.length > errors ? [plural(issues.length - errors, "warning")] : []),
    ];
    element("file-status", HTMLElement).textContent = counts.length === 0 ? "No errors." : `${counts.join(", ")}.`;
    desk.use(environment);
  }
}

/** Returns the mark of an issue; what is wrong with a file beside this one stands at the begin of it. */
function markOf({ severity, file, line, column, path, message }: Issue, name: string): Mark {
  const what = path === "" ? message : `${path}: ${message}`;
  return file === name
    ? { severity, line, column, message: what }
    : { severity, line: 1, column: 1, message: `${file}:${line}:${column}: ${what}` };
}

/** The time that a run may take while somebody types; what takes longer waits until the typing stops. */
const SHORT_MILLISECONDS = 60;

/** Returns a function that runs another one as soon as the browser has dealt with the key that was pressed. */
function soon(run: () => void): () => void {
  let taken = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answer = element("verdict", HTMLElement);
  return () => {
    clearTimeout(timer);
    answer.setAttribute("aria-busy", "true");
    timer = setTimeout(
      () => {
        const begun = performance.now();
        run();
        answer.removeAttribute("aria-busy");
        taken = performance.now() - begun;
      },
      taken > SHORT_MILLISECONDS ? Math.min(1000, taken * 2) : 0,
    );
  };
}
