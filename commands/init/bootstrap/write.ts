import { lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { roleArn } from "../../../aws/names";
import { type Account, bootstrapFiles, MADE_BY } from "../../../bootstrap";
import { roleNames } from "../../../bootstrap/names";
import { stateLine } from "../../../bootstrap/state";
import { parseEnvironments } from "../../../config/environments";
import { environmentFiles, FilesProblem } from "../../../config/files";
import { writeFiles } from "../../../files/write-files";
import { called } from "../../../text/called";
import { issueLine } from "../../formats/issue-line";
import { type Io, placesOf, shown } from "../../io";
import { accountsOf } from "./accounts";
import type { BootstrapInput } from "./options";

/** Writes the folder of each account, or none. */
export function writeBootstrap(input: BootstrapInput, io: Io): number {
  const made = make(input, io);
  if (made === undefined) return 1;
  const { environments, folders, changed } = made;
  if (input.values.check) {
    io.stdout(changed.map(asChanged));
    return changed.length > 0 ? 1 : 0;
  }
  for (const { folder, texts } of folders) {
    const files = texts.map(([path, text]) => ({ path, text, over: true }));
    writeFiles(folder, files, { shown: (path) => shown(path, io), by: "init bootstrap" });
  }
  for (const environment of environments)
    if (environment.aws_assume_role_arn !== undefined)
      io.stderr(
        `${environment.name}: aws_assume_role_arn names another role, which Terraform then works as; take it out to work as the roles made here`,
      );
  if (input.values.json)
    io.json(
      folders.map(({ account, folder }) => asJson(account, folder, io)),
      2,
    );
  else io.stdout(folders.flatMap(({ account, folder }) => steps(account, folder, changed, io)));
  return 0;
}

export const asChanged = (path: string) => `not as it would be written: ${path}`;

/** Makes all files, and compares them with what is there; undefined where an environment is wrong, which has been said. */
export function make(input: BootstrapInput, io: Io) {
  const { environments, issues } = parseEnvironments(environmentFiles(input.positionals, placesOf(io)));
  for (const issue of issues) io.stderr(issueLine(issue));
  if (environments === undefined) return undefined;
  const directory = directoryOf(input, io);
  const folders = accountsOf(environments, input).map((account) => {
    const folder = join(directory, account.place.aws_account_id);
    const files = bootstrapFiles(account, (names) => command(names, input));
    return { account, folder, texts: files.map(([name, text]) => [join(folder, name), text] as const) };
  });
  const texts = folders.flatMap(({ texts }) => texts);
  const changed = texts.filter(([path, text]) => isOther(path, text, io)).map(([path]) => shown(path, io));
  return { environments, folders, changed };
}

export const directoryOf = ({ values }: BootstrapInput, io: Io) => resolve(io.cwd, values.directory ?? "bootstrap");

/** Returns the command that makes the files again, whatever folder they were made from. */
function command(names: string, { values }: BootstrapInput): string {
  const options = Object.entries(values).flatMap(([name, value]) =>
    typeof value === "string" && name !== "directory"
      ? [`--${name} ${/^[\w./:@+-]+$/.test(value) ? value : `"${value}"`}`]
      : [],
  );
  return called("init bootstrap", names, ...options);
}

/** Returns whether the file is another, or none. */
function isOther(path: string, text: string, io: Io): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return true;
  const found = readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  if (!found.startsWith(MADE_BY))
    throw new FilesProblem(`${shown(path, io)} was written by somebody else; move it, or name another --directory`);
  return found !== text;
}

const rolesOf = (account: Account) =>
  account.environments.map((environment) => {
    const { plan, apply } = roleNames(environment);
    const line = stateLine(environment, account);
    return {
      environment: environment.name,
      plan_role: roleArn(environment, plan),
      apply_role: roleArn(environment, apply),
      ...(line !== undefined && { state: line }),
    };
  });

function asJson(account: Account, folder: string, io: Io) {
  return { account: account.place.aws_account_id, folder: shown(folder, io), environments: rolesOf(account) };
}

function steps(account: Account, folder: string, changed: readonly string[], io: Io): string[] {
  const { aws_account_id } = account.place;
  const place = shown(folder, io);
  const roles = rolesOf(account);
  const lines = roles.flatMap(({ environment, state }) => (state === undefined ? [] : [`  ${environment}: ${state}`]));
  return [
    `written: ${place}${changed.length === 0 ? ", as it was" : ""}`,
    `Review it. Then an administrator of ${aws_account_id} runs, once and after each change of these files:`,
    `  terraform -chdir=${place} init`,
    `  terraform -chdir=${place} plan -out bootstrap.plan`,
    `  terraform -chdir=${place} apply bootstrap.plan`,
    ...(lines.length === 0 ? [] : ["Then the state goes there. Write into the environment's file:", ...lines]),
    "The roles for CI:",
    ...roles.flatMap(({ environment, plan_role, apply_role }) => [
      `  ${environment} plans as   ${plan_role}`,
      `  ${environment} applies as ${apply_role}`,
    ]),
  ];
}
