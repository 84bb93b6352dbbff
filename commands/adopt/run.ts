import { dirname, resolve } from "node:path";
import { importsPath } from "../../config/files";
import { writeFiles } from "../../files/write-files";
import { openAccount } from "../../operate/adopt/account";
import { adopt } from "../../operate/adopt/adopt";
import { importsText } from "../../operate/adopt/imports-text";
import { withOrganization } from "../../operate/adopt/organization";
import { adoptPolicy, firstFilePolicy } from "../../operate/adopt/policy";
import { oneEnvironment } from "../environment";
import { type Io, shown } from "../io";
import { printPolicy } from "../operating";
import { openIn } from "./open";
import { adoptionJson, adoptionLines } from "./text";
import { foundFile } from "./write";

export interface How {
  readonly json?: boolean | undefined;
  readonly policy?: boolean | undefined;
  readonly write?: boolean | undefined;
  readonly "dry-run"?: boolean | undefined;
}

/** Looks for what exists of an environment, and keeps it beside the environment's file, which is made of it where that is asked for. */
export async function adoptEnvironment(word: string, how: How, io: Io): Promise<number> {
  if (how.policy && how.write) {
    io.json({ Version: "2012-10-17", Statement: firstFilePolicy() }, 2);
    return 0;
  }
  if (how.policy) return printPolicy(word, adoptPolicy, io);
  const chosen = how.write ? await foundFile(word, io) : await existing(word, io);
  if (chosen === undefined) return 1;
  const { account, file, path, remarks } = chosen;
  const environment = await withOrganization(chosen.environment, account);
  const adoption = await adopt(environment, account);

  const imports = importsPath(path);
  const written = how["dry-run"] !== true;
  if (written) {
    const first = how.write ? [{ path, text: Buffer.from(file.bytes).toString(), over: false }] : [];
    const beside = { path: imports, text: importsText(environment, adoption), over: true };
    writeFiles(dirname(path), [...first, beside], { by: "adopt", shown: (each) => shown(each, io), linked: true });
  }
  const result = {
    environment: file.path,
    file: shown(imports, io),
    written,
    adoption,
    remarks,
    first: how.write === true,
  };
  if (how.json) io.json(adoptionJson(result), 2);
  else io.stdout(adoptionLines(result));
  return openIn(adoption).length === 0 ? 0 : 1;
}

async function existing(word: string, io: Io) {
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return undefined;
  const { environment, file } = chosen;
  const account = await openAccount(environment, environment.genesys_region, io.env);
  return { environment, file, account, path: resolve(io.cwd, file.path), remarks: [] };
}
