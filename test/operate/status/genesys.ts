import { genesysAccess } from "../../../operate/genesys/access";
import { GenesysCloud } from "../../../operate/genesys/cloud";
import type { Look } from "../../../operate/status/look";
import { genesysServer } from "../genesys/server";
import { type Answers, organization } from "./organization";

let servers: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

/** Returns what a look needs to ask the organization of these answers. */
export async function genesysLook(answers: Answers = organization, env = {}): Promise<{ genesys: Look["genesys"] }> {
  const server = await genesysServer(answers);
  servers.push(server);
  return { genesys: new GenesysCloud(genesysAccess({ ...server.env, ...env }, undefined)) };
}
