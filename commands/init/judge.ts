import { parseEnvironments } from "../../config/environments";
import { FilesProblem, findEnvironmentFiles, type Places } from "../../config/files";
import type { EnvironmentFile } from "../../config/load";
import { type Issue, pathText } from "../../text/issue";
import type { Path } from "../../text/value";
import { type Begun, destinationNames } from "./begun";
import { TOP_OPTIONS } from "./option-names";
import { slotsOf, withStandIns } from "./slots";
import { fileText } from "./text";

/** The name of an environment that nobody named. */
export const USUAL_NAME = "dev";

/** Says what `check` would say of an environment's file, before there is one. */
export class Judge {
  #file;
  #others: readonly EnvironmentFile[];

  /**
   * @param file the path of the file as messages show it, by the environment's name
   * @param places where the environments lie that it would be beside
   */
  constructor(file: (name: string) => string, places: Places) {
    this.#file = file;
    this.#others = environmentsThere(places);
  }

  /** Returns the environments that are there already. */
  get names(): readonly string[] {
    return this.#others.map(({ name }) => name);
  }

  /** Returns what is to be said of the whole file, beside those that are there. */
  issues(begun: Begun, examples: readonly Path[], others = this.#others): readonly Issue[] {
    const path = this.#file(begun.name);
    const file = { name: begun.name, path, bytes: Buffer.from(fileText(begun, examples)) };
    return parseEnvironments([...others, file]).issues.filter((issue) => issue.file === path);
  }

  /** Returns what is to be said of what was given so far, with nothing of what is still to come. */
  issuesSoFar(begun: Begun): readonly Issue[] {
    const { begun: whole, paths } = withStandIns(begun);
    const given = ({ path }: Issue) => !paths.some((standIn) => isBelow(path, standIn));
    const all = begun.name === "" ? [] : this.issues(whole, paths);
    const ofName = all.filter(({ path }) => path === "");
    if (begun.name !== "" && ofName.length === 0) return all.filter(given);
    // Names that are made of a wrong one are wrong, too, and no news; and those of none collide with nothing.
    return [...ofName, ...this.issues({ ...whole, name: USUAL_NAME }, paths, []).filter(given)];
  }
}

/** Tells whether the path of an issue is another one or leads further down from it. */
export function isBelow(path: string, upper: Path): boolean {
  const text = pathText(upper);
  return path === text || path.startsWith(`${text}.`) || path.startsWith(`${text}[`);
}

/** Returns an issue in the words of the command line: after the option that gave the value. */
export function issueOfOption({ path, message, severity }: Issue, begun: Begun): string {
  const names = destinationNames(begun.destinations);
  const options: readonly (readonly [Path, string | undefined])[] = [
    ...TOP_OPTIONS.map(({ key, option }) => [[key], `--${option}`] as const),
    ...slotsOf(begun).map(({ path: slot, option }) => [slot, option?.replace(/=.*$/, "")] as const),
    ...begun.destinations.map(
      ({ type }, index) => [["destinations", names[index] ?? ""], `--destination ${type.type}`] as const,
    ),
    [["state", "bucket"], "--state-bucket"],
    [["state", "key"], "--state-key"],
    [["state", "region"], "--state-region"],
  ];
  const [, option] = options.find(([upper]) => isBelow(path, upper)) ?? [];
  const where = path === "" ? "NAME" : (option ?? path);
  return `${severity === "warning" ? "warning: " : ""}${where}: ${message}`;
}

/** Those that cannot be read are for `check` to tell. */
function environmentsThere(places: Places): readonly EnvironmentFile[] {
  try {
    return findEnvironmentFiles([], places).files;
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    return [];
  }
}
