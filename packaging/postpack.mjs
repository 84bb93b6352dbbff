// Runs after `npm pack` has read the files: puts the repository's own manifest back.
import { fileURLToPath } from "node:url";
import { putBack } from "./manifest.mjs";

if (!putBack(fileURLToPath(new URL("..", import.meta.url)))) {
  process.stderr.write(
    "package.json was put back before the package was made, so that it may hold the wrong one: run npm pack again\n",
  );
  process.exit(1);
}
