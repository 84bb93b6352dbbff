import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Starts a stand-in on this machine.
 *
 * @param variable is the variable of the environment that leads clients of AWS to it
 */
export async function startedStandIn(server: Server, variable: string) {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is no path
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    /** For the program under test. No profile or container of this machine gets in. */
    env: {
      [variable]: url,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_CONFIG_FILE: "none",
      AWS_SHARED_CREDENTIALS_FILE: "none",
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_PROFILE: "",
    },
    close: async () => {
      // Clients keep their connections.
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
