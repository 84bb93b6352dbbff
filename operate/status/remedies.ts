import type { Environment } from "../../config/model";

/** What mends whatever differs from the file: the file as it is, applied again. */
export function applyAgain({ name }: Pick<Environment, "name">): string {
  return `npx cdktf diff ${name} shows what would change, npx cdktf deploy ${name} makes it as the file says`;
}
