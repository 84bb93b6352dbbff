import { delimiter, dirname } from "node:path";
import { pythonProgram } from "../python";

/** The oldest generation of AWS's command line that people have: what it knows, the next knows, too. */
const AWS = "awscli==1.46.3";

/** Returns a PATH on which AWS's command line is, or undefined where it cannot be had, which has been said. */
export function withAws(): string | undefined {
  const program = pythonProgram("aws", AWS);
  return program === undefined ? undefined : [dirname(program), process.env.PATH].join(delimiter);
}
