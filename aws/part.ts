/** A name in AWS that a stack takes for itself. */
export interface Taken {
  readonly name: string;
  /** The sort of thing that is named: two of one sort cannot have one name. */
  readonly kind: string;
  /** Where it may exist once only. */
  readonly within: "world" | "account" | "region";
}

/** A resource or data source that a stream or destination makes. */
export interface Part {
  /** The Terraform type; `data.` stands before that of a data source. */
  readonly type: string;
  /** Tells apart several of one type. */
  readonly part?: string;
  readonly takes?: Taken;
}
