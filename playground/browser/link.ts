/// <reference lib="dom" />
import { fragmentOf, isStateFragment, type State, stateIn } from "../state";
import { element } from "./elements";

/** Lets the reader make a link that holds the whole state, and opens such links. */
export class Links {
  readonly #field = element("link", HTMLInputElement);
  readonly #said = element("link-said", HTMLElement);
  #own = "";
  /** True where the reader has written something that no link holds. */
  #unkept = false;

  constructor(
    readonly state: () => State,
    readonly open: (state: State) => void,
  ) {
    element("make-link", HTMLButtonElement).addEventListener("click", () => void this.#make());
    window.addEventListener("hashchange", () => void this.follow());
    window.addEventListener("beforeunload", (leaving) => {
      if (this.#unkept) leaving.preventDefault();
    });
  }

  /** Takes note that the state is no longer that of the link. */
  outdate(): void {
    this.#unkept = true;
    this.#own = "";
    this.#field.hidden = true;
    this.#said.textContent = "";
  }

  /** Opens the state that the page's address holds, if it holds one. */
  async follow(): Promise<void> {
    const fragment = window.location.hash;
    if (!isStateFragment(fragment) || fragment === this.#own) return;
    const problem = element("problem", HTMLElement);
    try {
      this.open(await stateIn(fragment));
      problem.hidden = true;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problem.textContent = `The link to this page cannot be read: ${why}. Nothing of it is shown; ask for it again.`;
      problem.hidden = false;
    }
  }

  async #make(): Promise<void> {
    this.#own = await fragmentOf(this.state());
    window.location.replace(this.#own);
    this.#field.value = window.location.href;
    this.#field.hidden = false;
    this.#unkept = false;
    this.#field.select();
    const length = `${this.#field.value.length} characters`;
    const copied = await navigator.clipboard?.writeText(this.#field.value).then(
      () => true,
      () => false,
    );
    this.#said.textContent = copied ? `Copied, ${length}.` : `Copy it from here, ${length}.`;
  }
}
