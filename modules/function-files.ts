import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TerraformResource, TerraformStack } from "cdktf";
import { addCustomSynthesis } from "cdktf/lib/synthesize/synthesizer";
import { archivePath, FUNCTIONS_FOLDER } from "../aws/function-plan";
import { makeFolder } from "../files/make-folder";
import { functionArchive } from "./function-code";

/** Has the archive of a function written beside the file of its stack, by whoever synthesizes that. */
export function writeArchive(resource: TerraformResource, code: string): void {
  addCustomSynthesis(resource, {
    onSynthesize: ({ outdir, manifest }) => {
      const folder = join(outdir, manifest.forStack(TerraformStack.of(resource)).workingDirectory);
      makeFolder(join(folder, FUNCTIONS_FOLDER));
      writeFileSync(join(folder, archivePath(code)), functionArchive(code));
    },
  });
}
