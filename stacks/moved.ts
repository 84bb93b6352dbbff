import type { TerraformStack } from "cdktf";
import { logicalId } from "../aws/names";
import type { Item } from "../config/inventory/item";

/** Adds `moved` blocks, so that Terraform keeps what was renamed in the file. A data source is read anew anyway. */
export function addMoved(stack: TerraformStack, items: readonly Item[]): void {
  const moved = items.flatMap(({ type, names }) => {
    if (type.startsWith("data.")) return [];
    const ids = [...new Set(names.map(logicalId))];
    return ids.slice(1).map((to, index) => ({ from: `${type}.${ids[index]}`, to: `${type}.${to}` }));
  });
  if (moved.length > 0) stack.addOverride("moved", moved);
}
