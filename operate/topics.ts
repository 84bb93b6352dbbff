import * as z from "zod";
import { FilesProblem } from "../files/files-problem";
import type { OrganizationTopics, OwnTopic } from "../genesys/organization-topics";
import type { GenesysCloud } from "./genesys/cloud";

const meSchema = z.object({ id: z.string().min(1), name: z.string().nullish() });

/** The parts of AvailableTopic, the model of Genesys Cloud's SDKs, that are kept (2026-11). */
const listSchema = z.object({
  entities: z.array(
    z.object({
      id: z.string().min(1),
      description: z.string().nullish(),
      transports: z.array(z.string()).nullish(),
      visibility: z.string().nullish(),
      requiresPermissions: z.array(z.string()).nullish(),
    }),
  ),
});

/** An organization, as its credentials name it. */
export interface Organization {
  readonly id: string;
  readonly name: string;
}

export async function organizationOf(cloud: GenesysCloud): Promise<Organization> {
  const { id, name } = await cloud.get("/api/v2/organizations/me", meSchema);
  return { id, name: name || "without a name" };
}

/**
 * Returns the topics that an organization has, sorted, with those that are in preview.
 *
 * @param asked the day, such as `2026-11-28`
 * @throws FilesProblem where Genesys Cloud refuses, or answers with something else
 */
export async function topicsOf(cloud: GenesysCloud, { id }: Organization, asked: string): Promise<OrganizationTopics> {
  const path = "/api/v2/notifications/availabletopics";
  const expand = ["description", "requiresPermissions", "transports", "visibility"];
  const { entities } = await cloud.get(path, listSchema, { expand });
  if (entities.length === 0)
    throw new FilesProblem(`Genesys Cloud's answer to ${path} has no topic, so that nothing is kept; try again later`);
  const byName = new Map(entities.map((entity) => [entity.id, ownTopic(entity)]));
  return { organization_id: id, asked, topics: [...byName.values()].sort((a, b) => (a.topic < b.topic ? -1 : 1)) };
}

type Entity = z.output<typeof listSchema>["entities"][number];

function ownTopic({ id, description, transports, visibility, requiresPermissions }: Entity): OwnTopic {
  return {
    topic: id,
    ...(description && { description }),
    transports: [...(transports ?? [])].sort(),
    ...(visibility && { visibility }),
    ...(requiresPermissions &&
      requiresPermissions.length > 0 && { requires_permissions: [...requiresPermissions].sort() }),
  };
}

/** Returns the text of the file: a topic a line, so that a difference can be read. */
export function topicsText({ organization_id, asked, topics }: OrganizationTopics): string {
  const lines = topics.map((topic) => `    ${JSON.stringify(topic)}`);
  const head = `  "organization_id": ${JSON.stringify(organization_id)},\n  "asked": ${JSON.stringify(asked)},`;
  return `{\n${head}\n  "topics": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/** The difference between two answers. */
export interface Difference {
  readonly new: readonly string[];
  readonly gone: readonly string[];
  /** The topics that are sent in other ways than before. */
  readonly changed: readonly {
    readonly topic: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
  }[];
}

export function difference(before: readonly OwnTopic[], after: readonly OwnTopic[]): Difference {
  const [old, now] = [before, after].map((list) => new Map(list.map((topic) => [topic.topic, topic.transports])));
  return {
    new: after.filter(({ topic }) => !old?.has(topic)).map(({ topic }) => topic),
    gone: before.filter(({ topic }) => !now?.has(topic)).map(({ topic }) => topic),
    changed: after.flatMap(({ topic, transports: to }) => {
      const from = old?.get(topic);
      return from === undefined || from.join() === to.join() ? [] : [{ topic, from, to }];
    }),
  };
}
