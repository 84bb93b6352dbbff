/**
 * `node bin/run.cjs test/rehearsal/ci/scenario.ts`, within the rig: plays the workflows that `init ci --github` writes through a
 * repository's first days. Fails on the first that does not end as it should.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deployments } from "./deployments";
import { drift } from "./drift";
import { Fixture } from "./fixture";
import { gitlab } from "./gitlab";
import { runWorkflow } from "./jobs";
import type { GithubEvent, Repository, Run } from "./model";
import { pullRequests } from "./pull-requests";
import { StateServer } from "./state-server";

/** What a part of the scenario plays with. */
export interface Stage {
  readonly fixture: Fixture;
  readonly server: StateServer;
  readonly play: (workflow: string, event: GithubEvent, repository?: Repository) => Promise<Run>;
}

async function main(): Promise<void> {
  const server = new StateServer();
  const address = await server.start();
  const fixture = new Fixture(process.cwd(), address, "github");
  process.env.SSL_CERT_FILE = join(fixture.folder, "certificate.pem");
  writeFileSync(process.env.SSL_CERT_FILE, server.certificate);
  const play: Stage["play"] = (workflow, event, repository = fixture.repository()) => {
    const text = readFileSync(join(fixture.path, ".github", "workflows", `eventbridge-${workflow}.yml`), "utf8");
    return runWorkflow(repository, fixture.path, text, event);
  };
  try {
    for (const part of [deployments, drift, pullRequests]) await part({ fixture, server, play });
    // An account of its own, with nothing in it.
    server.states.clear();
    rmSync(process.env.RIG_WORLD ?? "", { force: true });
    await gitlab(server, address);
  } finally {
    server.stop();
    rmSync(fixture.folder, { recursive: true, force: true });
  }
}

void main();
