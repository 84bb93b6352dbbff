import { environmentNames, findEnvironmentFiles } from "../config/files";
import type { Offers } from "./command";
import { type Io, placesOf } from "./io";

/** The environments by name, and files and folders of them. */
export const environmentOffers: Offers = {
  values: async (io) => environmentNames(placesOf(io)),
  files: [".tfvars", ".tfvars.json"],
};

/** The topics that are built in, and those of organizations that were asked. */
export const topicOffers: Offers = {
  values: async (io) => {
    const { builtIn } = await import("../genesys/catalogue");
    const known = [...builtIn.topics, ...(await ownTopics(io))];
    const words = new Map(known.map(({ topic, description = "" }) => [topic, description]));
    return [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  },
};

async function ownTopics(io: Io) {
  const { topicsBeside } = await import("../config/organization-topics");
  return findEnvironmentFiles([], placesOf(io)).files.flatMap((file) => topicsBeside(file).topics?.topics ?? []);
}

export const regionOffers: Offers = { values: async () => (await import("../aws/regions")).awsRegions };
