import { dirname, resolve } from "node:path";
import { importsPath } from "../../config/files";
import { writeFiles } from "../../files/write-files";
import { openAccount } from "../../operate/adopt/account";
import { adopt } from "../../operate/adopt/adopt";
import { importsText } from "../../operate/adopt/imports-text";
import { withOrganization } from "../../operate/adopt/organization";
import { adoptPolicy } from "../../operate/adopt/policy";
import { oneEnvironment } from "../environment";
import { type Io, shown } from "../io";
import { printPolicy } from "../operating";
import { openIn } from "./open";
import { adoptionJson, adoptionLines } from "./text";

export interface How {
  readonly json?: boolean | undefined;
  readonly policy?: boolean | undefined;
  readonly "dry-run"?: boolean | undefined;
}

/** Looks for what exists of an environment, and keeps it beside the environment's file. */
export async function adoptEnvironment(word: string, how: How, io: Io): Promise<number> {
  if (how.policy) return printPolicy(word, adoptPolicy, io);
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return 1;
  const account = await openAccount(chosen.environment, chosen.environment.genesys_region, io.env);
  const environment = await withOrganization(chosen.environment, account);
  const adoption = await adopt(environment, account);

  const path = importsPath(resolve(io.cwd, chosen.file.path));
  const written = how["dry-run"] !== true;
  if (written)
    writeFiles(dirname(path), [[path, importsText(environment, adoption)]], {
      by: "adopt",
      shown: (each) => shown(each, io),
    });
  const result = { environment: chosen.file.path, file: shown(path, io), written, adoption };
  if (how.json) io.json(adoptionJson(result), 2);
  else io.stdout(adoptionLines(result));
  return openIn(adoption).length === 0 ? 0 : 1;
}
