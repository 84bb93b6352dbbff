/** What can be told of a type's sources and buses by their names, also of those that this project does not make. */
export interface Sources {
  /** A source of this type in words. */
  readonly called: string;
  /** An exact source, with stand-ins for what differs. */
  readonly form: string;
  readonly reserved?: Reserved;
  /** The parts of sources and buses that say only where they are; a comparison of two stacks leaves them out. */
  readonly places?: { readonly pattern: RegExp; readonly standIns: readonly string[] };
}

/** A beginning of names that AWS keeps for such sources: each has a bus of its own name, and its events come on no other bus. */
export interface Reserved {
  readonly namespace: string;
  /** The sender in words, of anything under the namespace. */
  readonly sender: string;
  /** The attribute that ties a bus to such a source in Terraform. */
  readonly busAttribute: string;
}

/** The resource of a stack or plan that says what is sent to a bus. */
export interface PlannedSender {
  readonly resource: string;
  /** Returns the topics that such a resource sends, and how the name of its bus ends, as far as it says so. */
  read(values: Readonly<Record<string, unknown>>): Sent;
}

export interface Sent {
  readonly busEnding: string | undefined;
  readonly topics: readonly string[] | undefined;
}

/** The regions where something is known to be had. */
export interface KnownRegions {
  readonly regions: readonly string[];
  /** What a region of them takes, in words. */
  readonly takes: string;
}
