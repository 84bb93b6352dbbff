/**
 * `node bin/run.cjs test/rehearsal/bridge/index.ts RIG`: the stack of a bridge is applied, planned again, edited and destroyed; beside
 * that, the image's program runs with the task's own variables and role, is stopped, killed and started again, and what it does not
 * bring, it says. The rig runs the same file inside.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bridgeFile } from "../../support/bridge-file";
import { project, rehearse } from "../rig";

const INSIDE = "--inside";

interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly output?: object;
}

/** Makes the network that the file only names, since ECS looks whether it is there. */
function withNetwork({ resource, ...others }: Stack): Stack {
  const vpc_id = `\${aws_vpc.network.id}`;
  const network = { subnets: [`\${aws_subnet.network.id}`], security_groups: [`\${aws_security_group.network.id}`] };
  const { live: service = {} } = resource.aws_ecs_service ?? {};
  const network_configuration = { ...Object(service.network_configuration), ...network };
  const more = {
    aws_vpc: { network: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: { network: { vpc_id, cidr_block: "10.0.1.0/24" } },
    aws_security_group: { network: { name: "bridge", vpc_id } },
    aws_ecs_service: { live: { ...service, network_configuration } },
  };
  return { ...others, resource: { ...resource, ...more } };
}

/** Leaves out what takes long to make and the program does not meet: ECS itself, and the queue for what cannot be delivered. */
function ofProgram({ resource, output: _, ...others }: Stack): Stack {
  const { aws_ecs_cluster, aws_ecs_service, aws_sqs_queue, aws_cloudwatch_event_target: targets, ...rest } = resource;
  const { dead_letter_config, depends_on, ...target } = targets?.all_to_log ?? {};
  return { ...others, resource: { ...rest, aws_cloudwatch_event_target: { all_to_log: target } } };
}

/** Synthesizes an environment, and returns the folder of its stack. */
async function synthesized(work: string, name: string, text: string, edit: (made: Stack) => Stack) {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "dev.tfvars"), text);
  await project(["main.ts"], { ENVIRONMENTS_DIR: folder, CDKTF_OUTDIR: folder });
  const stack = join(folder, "stacks", "dev");
  const path = join(stack, "cdk.tf.json");
  writeFileSync(path, JSON.stringify(edit(JSON.parse(readFileSync(path, "utf8")))));
  return stack;
}

async function outside(rig: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "bridge-"));
  try {
    const stack = await synthesized(work, "made", bridgeFile(), withNetwork);
    // What changes the task itself makes another revision of its definition, as ECS has it.
    const more = "silence_minutes = 60\nassign_public_ip = true";
    const edited = await synthesized(work, "edited", bridgeFile({ more }), withNetwork);
    const quiet = 'genesys_region = "eu-central-1"\nmonitoring = { alarms = false, dashboard = false }';
    const small = await synthesized(work, "small", bridgeFile({ top: quiet }), ofProgram);
    const inside = [process.execPath, "bin/run.cjs", "test/rehearsal/bridge/index.ts", INSIDE, small];
    const ended = await Promise.all([
      rehearse(rig, [stack, "cycle", "--aws", "real", "--to", edited]),
      rehearse(rig, [small, "with", "--", ...inside]),
    ]);
    for (const { code, output } of ended) {
      const said = output.split("\n").filter((line) => /^(?:bridge: |Destroy complete|\d+ destroyed)/.test(line));
      console.log(said.join("\n"));
      if (code !== 0) throw new Error(output.slice(-6000));
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function main([first = "", stack = ""]: readonly string[]): Promise<void> {
  if (first !== INSIDE) return outside(first);
  // Here alone there is an account for the SDK's clients.
  const { rehearseContainer } = await import("./container");
  await rehearseContainer(stack);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
