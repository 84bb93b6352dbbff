import type { WrittenFile } from "./environment-text";

/** What the page is made for: an environment file that can be changed, or a checked model that cannot. */
export type PageData = { readonly file: WrittenFile } | { readonly model: string };
