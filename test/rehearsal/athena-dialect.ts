/**
 * `node bin/run.cjs test/rehearsal/athena-dialect.ts`: a parser of Athena's dialect reads every query that a catalog saves. Says so and
 * passes where sqlglot cannot be had.
 */
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { projectionOf } from "../../aws/projection";
import { queries, queryText } from "../../destinations/parts/catalog/queries";
import { pythonProgram } from "./python";

const STRANGER = "sqlglot==30.30.0";
/** Reads a list of queries; a fault of one is the end of all. */
const READ = `
import json, sys
from sqlglot import exp, parse
for text in json.load(sys.stdin):
    [query] = parse(text, dialect="athena")
    assert isinstance(query, exp.Select), text
    known = {"events", "fetched", "lines"} | {view.alias for view in query.find_all(exp.CTE)}
    assert {table.name for table in query.find_all(exp.Table)} <= known, text
`;

// Of pip alone the package has no program; the folder of Python is where its own would be.
const pip = pythonProgram("pip", STRANGER);
if (pip !== undefined) {
  const texts = ["", "y=!{timestamp:yyyy}/m=!{timestamp:MM}/"].flatMap((prefix) => {
    const projection = projectionOf(prefix);
    if (typeof projection === "string") throw new Error(projection);
    return queries.map((query) => queryText(query, projection));
  });
  execFileSync(join(dirname(pip), "python"), ["-c", READ], {
    input: JSON.stringify(texts),
    stdio: ["pipe", "inherit", "inherit"],
  });
  console.log(`${STRANGER} reads ${texts.length} saved queries as Athena's`);
}
