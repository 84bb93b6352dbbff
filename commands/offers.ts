import { environmentNames } from "../config/files";
import type { Offers } from "./command";
import { placesOf } from "./io";

/** The environments by name, and files and folders of them. */
export const environmentOffers: Offers = {
  values: async (io) => environmentNames(placesOf(io)),
  files: [".tfvars", ".tfvars.json"],
};

export const topicOffers: Offers = {
  values: async () => {
    const { topics } = await import("../genesys/topics");
    return topics.map(({ topic, description = "" }) => [topic, description]);
  },
};

export const regionOffers: Offers = { values: async () => (await import("../aws/regions")).awsRegions };
