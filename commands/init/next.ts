import { existsSync } from "node:fs";
import { join } from "node:path";
import { versions } from "../../aws/defaults";
import { streamType } from "../../streams";
import { called, PROGRAM } from "../../text/called";
import { pathText } from "../../text/issue";
import type { Path } from "../../text/value";
import type { Begun } from "./begun";

interface Step {
  /** A command to run, or undefined where there is none for it. */
  readonly run?: string;
  readonly why: string;
}

/**
 * Returns what is left to do until events flow, in order.
 *
 * @param folder where cdktf.json lies, and how the user gets there, if that is elsewhere
 * @param file the environment's file as messages show it
 */
export function nextSteps(
  { name, top, streamType: type, stream }: Begun,
  examples: readonly Path[],
  { path: folder, shown, file }: { readonly path: string; readonly shown?: string; readonly file: string },
): Step[] {
  const installed = (module: string) => existsSync(join(folder, "node_modules", module));
  const program = called("check").startsWith("npx") ? [[PROGRAM, `npm install --save-exact ${PROGRAM}`] as const] : [];
  const command = [["cdktf-cli", `npm install --save-dev --save-exact cdktf-cli@${versions.cdktf_cli}`] as const];
  const keys = type.schema.safeParse(stream).data;
  const genesys = keys !== undefined && streamType(type.type).managedInGenesysCloud(keys);
  const region = top.genesys_region === undefined ? " GENESYSCLOUD_REGION" : "";
  return [
    ...(shown === undefined
      ? []
      : [{ run: `cd ${/\s/.test(shown) ? `"${shown}"` : shown}`, why: "where the files are" }]),
    ...examples.map((path) => ({ why: `write your own ${pathText(path)} into ${file}, where an example stands` })),
    ...[...program, ...command].filter(([module]) => !installed(module)).map(([, run]) => ({ run, why: "once" })),
    { run: called("check", name), why: "says what is wrong, as often as you change the file" },
    { run: called("synth", name), why: `writes cdktf.out/stacks/${name}/cdk.tf.json` },
    {
      why: `set credentials of account ${top.aws_account_id}: AWS_PROFILE, or AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN`,
    },
    ...(genesys
      ? [
          {
            why: `set those of an OAuth client of Genesys Cloud: GENESYSCLOUD_OAUTHCLIENT_ID GENESYSCLOUD_OAUTHCLIENT_SECRET${region}`,
          },
        ]
      : []),
    { run: `npx cdktf diff ${name}`, why: "shows the plan, and changes nothing" },
    { run: `npx cdktf deploy ${name}`, why: "makes it" },
  ];
}

/** Returns the steps as lines: the commands below each other, each with what it does. */
export function stepLines(steps: readonly Step[]): string[] {
  const width = Math.max(...steps.map(({ run = "" }) => run.length));
  return steps.map(({ run, why }) => (run === undefined ? `  ${why}` : `  ${run.padEnd(width)}  # ${why}`));
}
