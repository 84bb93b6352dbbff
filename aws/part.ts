/** A name in AWS that a stack takes for itself. */
export interface Taken {
  readonly name: string;
  /** The kind of thing that is named: two of one kind cannot have one name. */
  readonly kind: string;
  /** The area in which it may exist only once. */
  readonly within: "world" | "account" | "region";
}

/** A resource or data source that a stream or destination makes. */
export interface Part {
  /** The Terraform type; `data.` stands before that of a data source. */
  readonly type: string;
  /** The name that distinguishes several of one type. */
  readonly part?: string;
  readonly takes?: Taken;
}
