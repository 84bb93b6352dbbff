import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kept, placeOf } from "./kept";

const MODULE = "github.com/opentofu/opentofu";
const VERSION = "v1.12.6";

const KEY = `${VERSION} 1`;

/**
 * Returns a folder that holds `tofu`, built from the source that the Go module proxy has; undefined, with the reason printed, where it
 * cannot be built, or is not and need not be. `go install` would refuse it, since its go.mod replaces a module.
 */
export function tofu(mayBuild: boolean): string | undefined {
  if (!mayBuild && !existsSync(placeOf("tofu", KEY))) {
    console.log(
      `nothing was rehearsed with OpenTofu: ${VERSION} was not built here yet, which takes minutes; --build does`,
    );
    return undefined;
  }
  try {
    return kept("tofu", KEY, build);
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    console.log(`nothing was rehearsed with OpenTofu: ${VERSION} cannot be built here (${reason})`);
    return undefined;
  }
}

function build(folder: string): void {
  const env = { ...process.env, GOFLAGS: "-mod=readonly -buildvcs=false" };
  const module = execFileSync("go", ["mod", "download", "-json", `${MODULE}@${VERSION}`], { env, cwd: folder });
  const { Dir: source } = JSON.parse(module.toString());
  const flags = ["-trimpath", "-ldflags", `-s -w -X ${MODULE}/version.dev=no`];
  execFileSync("go", ["build", ...flags, "-o", join(folder, "opentofu"), "./cmd/tofu"], {
    env,
    cwd: source,
    stdio: "pipe",
  });
  for (const name of ["tofu", "terraform"]) writeFileSync(join(folder, name), WRAPPER, { mode: 0o755 });
}

/** The rehearsal rig calls `terraform` and keeps providers under Terraform's registry; OpenTofu asks for them under its own. */
const WRAPPER = `#!/bin/sh
mirror=$(dirname "$TF_CLI_CONFIG_FILE")/mirror
[ -e "$mirror/registry.opentofu.org" ] || cp -rl "$mirror/registry.terraform.io" "$mirror/registry.opentofu.org"
exec "$(dirname "$0")/opentofu" "$@"
`;
