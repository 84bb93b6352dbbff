import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { type Io, placesOf, shown } from "../io";
import { Judge } from "./judge";

/** Where an environment begins. */
export interface Home {
  /** The folder of cdktf.json. */
  readonly path: string;
  /** How the user gets there, if that is elsewhere. */
  readonly shown?: string;
  readonly judge: Judge;
  /** Returns the path of an environment's file. */
  fileOf(name: string): string;
  /** Returns that there is such an environment already; undefined where there is none. Nothing is written over. */
  taken(name: string): string | undefined;
}

/** @param directory the folder that the command line names */
export function homeOf(directory: string | undefined, io: Io): Home {
  const path = folderOf(directory, io);
  const folder = directory === undefined ? placesOf(io).folder : join(path, "environments");
  const fileOf = (name: string) => join(folder, `${name}.tfvars`);
  const judge = new Judge((name) => shown(fileOf(name), io), { ...placesOf(io), folder });
  return {
    path,
    ...(directory !== undefined && path !== io.cwd && { shown: shown(path, io) }),
    judge,
    fileOf,
    taken: (name) => {
      const same = judge.names.find((known) => known.toLowerCase() === name.toLowerCase());
      const paths = [".tfvars", ".tfvars.json"].map((end) => join(folder, `${same ?? name}${end}`));
      const file = paths.find((one) => existsSync(one));
      return file && `${shown(file, io)} is there already; edit it, or write another NAME`;
    },
  };
}

/** Returns the folder that is named, that of the project around, or the one where the command was started. */
function folderOf(directory: string | undefined, { cwd, project }: Io): string {
  if (directory !== undefined) return resolve(cwd, directory);
  const way = relative(project, cwd);
  return way.startsWith("..") || isAbsolute(way) ? cwd : project;
}
