import { FilesProblem, findEnvironmentFiles } from "../../config/files";
import { cloudOf } from "../../operate/adopt/account";
import type { Account } from "../../operate/adopt/adoptable";
import { foundEnvironment } from "../../operate/adopt/write/environment";
import { Aws } from "../../operate/aws/aws";
import { nameProblem } from "../init/from-options";
import { homeOf } from "../init/home";
import { type Io, placesOf, shown } from "../io";
import { type FirstFile, firstFile } from "./first-file";

/**
 * Makes the first file of an environment of what the account has that the credentials are of.
 *
 * @throws FilesProblem where there is such an environment, or nothing to make one of
 */
export async function foundFile(
  word: string,
  io: Io,
): Promise<FirstFile & { readonly path: string; readonly account: Account }> {
  const home = homeOf(undefined, io);
  const name = word.replace(/\.tfvars$/, "");
  const wrong = nameProblem(name)[0] ?? home.taken(name);
  if (wrong !== undefined) throw new FilesProblem(wrong);
  const account = { aws: await Aws.here(io.env), cloud: cloudOf(io.env, undefined) };
  const { value, remarks } = await foundEnvironment(account);
  const path = home.fileOf(name);
  const first = firstFile(name, shown(path, io), value, othersIn(io));
  return { ...first, remarks: [...remarks, ...first.remarks], path, account };
}

function othersIn(io: Io) {
  try {
    return findEnvironmentFiles([], placesOf(io)).files;
  } catch (error) {
    if (!(error instanceof FilesProblem)) throw error;
    return [];
  }
}
