/** `npm run docs`: writes the pages that are made of the schema and the registry. */
import { writeFileSync } from "node:fs";
import { destinationsPage } from "./documentation";

writeFileSync("docs/destinations.md", destinationsPage());
