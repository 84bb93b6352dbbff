import * as z from "zod";
import { builtIn, type Catalogue } from "../genesys/catalogue";
import { catalogueOf, type OrganizationTopics } from "../genesys/organization-topics";
import { called } from "../text/called";
import type { Fault, Issue } from "../text/issue";
import { type EnvironmentFile, load } from "./load";
import { parseWith } from "./schema-faults";

const schema = z.object({
  organization_id: z.string(),
  asked: z.iso.date("a date such as 2026-11-28"),
  topics: z.array(
    z.object({
      topic: z.string(),
      description: z.string().optional(),
      transports: z.array(z.string()),
      visibility: z.string().optional(),
      requires_permissions: z.array(z.string()).optional(),
    }),
  ),
});

export interface ReadTopics {
  /** Undefined where there is no file of them, or a broken one. */
  readonly topics: OrganizationTopics | undefined;
  /** Everything that keeps the file from being read. */
  readonly issues: readonly Issue[];
  /** Puts a fault into its place in the file. */
  readonly place: (fault: Fault) => readonly Issue[];
}

/** Reads the topics that lie beside an environment, as `topics --refresh` keeps them. */
export function topicsBeside({ name, path, topics: file }: EnvironmentFile): ReadTopics {
  if (file === undefined) return { topics: undefined, issues: [], place: () => [] };
  const { value, issues, issue: place } = load({ ...file, name });
  if (value === undefined) {
    const told = issues.map((issue) => ({ ...issue, message: `${issue.message}; ${refreshing(path)} writes it anew` }));
    return { topics: undefined, issues: told, place };
  }
  const { data, faults } = parseWith(schema, value);
  const broken = faults.slice(0, 1).flatMap(({ path: at, message }) => {
    const advice = `this is not what ${refreshing(path)} writes; run that again`;
    return place({ id: "topics-file-invalid", path: at, message: `${message}; ${advice}` });
  });
  return { topics: data, issues: broken, place };
}

/** Returns the catalogue of an environment: its organization's own where that lies beside it. */
export function catalogueFor(
  file: EnvironmentFile,
  organization: string | undefined,
): { readonly catalogue: Catalogue; readonly issues: readonly Issue[] } {
  const { topics, issues, place } = topicsBeside(file);
  if (topics === undefined || file.topics === undefined) return { catalogue: builtIn, issues };
  // Something that is no id is told where it stands.
  if (!z.uuid().safeParse(organization).success || isSame(organization ?? "", topics.organization_id))
    return { catalogue: catalogueOf(topics, file.topics.path), issues };
  const message = `has the topics of another organization than ${file.path}, which names ${organization}; ${refreshing(file.path)} asks that one`;
  return { catalogue: builtIn, issues: place({ id: "topics-file-foreign", path: ["organization_id"], message }) };
}

export const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Returns the command that asks the organization of an environment for its topics. */
export function refreshing(path: string): string {
  return called("topics", "--refresh", path);
}
