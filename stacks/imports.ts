import type { TerraformStack } from "cdktf";
import type { Import } from "../config/model";

/**
 * Adds `import` blocks, so that the first apply takes over what exists. Terraform passes over those of what its state has, so that
 * they may stay.
 */
export function addImports(stack: TerraformStack, imports: readonly Import[]): void {
  if (imports.length > 0)
    stack.addOverride(
      "import",
      imports.map(({ to, id }) => ({ to, id })),
    );
}
