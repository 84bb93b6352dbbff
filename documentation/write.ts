/** `npm run docs`: writes what is made of the schema and the registry. */
import { writeFileSync } from "node:fs";
import { documents } from ".";

for (const [path, render] of Object.entries(documents)) writeFileSync(path, render());
