/** A comment or an issue, as the API has it. */
export interface Posted {
  readonly id: number;
  readonly number: number;
  readonly user: { readonly login: string };
  readonly title?: string;
  readonly state: "open" | "closed";
  readonly body: string;
  /** The issue or pull request that a comment is on. */
  readonly on?: unknown;
}

type Parameters = Readonly<Record<string, unknown>>;
type Call = (parameters: Parameters) => Promise<{ readonly data: unknown }>;

/** A made-up GitHub that remembers comments and issues, and every call that changed one. */
export class GithubApi {
  comments: Posted[] = [];
  issues: Posted[] = [];
  readonly calls: string[] = [];
  #last = 0;

  readonly paginate = async (call: Call, parameters: Parameters): Promise<unknown> => (await call(parameters)).data;

  readonly rest = {
    issues: {
      listComments: async ({ issue_number }: Parameters) => ({
        data: this.comments.filter(({ on }) => on === issue_number),
      }),
      listForRepo: async ({ state }: Parameters) => ({ data: this.issues.filter((issue) => issue.state === state) }),
      createComment: async (given: Parameters) => {
        const data = { ...this.#posted("createComment", given), on: given.issue_number };
        this.comments = [...this.comments, data];
        return { data };
      },
      updateComment: async (given: Parameters) => {
        this.calls.push("updateComment");
        this.comments = this.comments.map((old) => (old.id === given.comment_id ? { ...old, ...body(given) } : old));
        return { data: null };
      },
      create: async (given: Parameters) => {
        const data = { ...this.#posted("create", given), title: String(given.title) };
        this.issues = [...this.issues, data];
        return { data };
      },
      update: async (given: Parameters) => {
        this.calls.push("update");
        const state = given.state === "closed" ? ({ state: "closed" } as const) : {};
        this.issues = this.issues.map((old) =>
          old.number === given.issue_number ? { ...old, ...body(given), ...state } : old,
        );
        return { data: null };
      },
    },
  };

  #posted(call: string, given: Parameters): Posted {
    this.calls.push(call);
    this.#last += 1;
    const user = { login: "github-actions[bot]" };
    return { id: this.#last, number: this.#last, user, state: "open", body: "", ...body(given) };
  }
}

/** @throws where GitHub would not take it: the longest body has 65,536 characters */
function body({ body: text }: Parameters): { body?: string } {
  if (text === undefined) return {};
  if (typeof text !== "string" || text.length > 65_536) throw new Error("422: body is too long");
  return { body: text };
}
