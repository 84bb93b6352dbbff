import { isOf, type Topic, topics } from "./topics";

/** The file in which an organization's own topics are, and the day on which it was asked. */
export interface Asked {
  readonly file: string;
  readonly date: string;
}

/** The topics that an environment is checked against. */
export class Catalogue {
  readonly #byName: ReadonlyMap<string, Topic>;

  /**
   * @param topics sorted by name
   * @param asked undefined where no organization was
   */
  constructor(
    readonly topics: readonly Topic[],
    readonly asked?: Asked,
  ) {
    this.#byName = new Map(topics.map((topic) => [topic.topic, topic]));
  }

  known(name: string): Topic | undefined {
    return this.#byName.get(name);
  }

  /** Returns the topic that a concrete one (`v2.users.1234.presence`) or one with other placeholders belongs to. */
  of(concrete: string): Topic | undefined {
    const literals = ({ topic }: Topic) => topic.split(".").filter((part) => part !== "{id}").length;
    return this.topics.filter(({ topic }) => isOf(concrete, topic)).sort((a, b) => literals(b) - literals(a))[0];
  }
}

/** The topics that are known of all organizations. */
export const builtIn = new Catalogue(topics);
