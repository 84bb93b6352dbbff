import * as fc from "fast-check";
import { asHcl } from "./as-hcl";
import { RandomFile } from "./random-file";

/** One value in both formats; a failure shows it as HCL. */
export class Written {
  readonly json: RandomFile;
  readonly hcl: RandomFile;

  constructor(readonly value: object) {
    this.json = new RandomFile(JSON.stringify(value, null, 2), "tfvars.json");
    this.hcl = new RandomFile(asHcl(value), "tfvars");
  }

  [fc.toStringMethod](): string {
    return this.hcl[fc.toStringMethod]();
  }
}

export function written(values: fc.Arbitrary<unknown>): fc.Arbitrary<Written> {
  return values.filter(fitsHcl).map((value) => new Written(value));
}

/** HCL takes no other names at the top of a file. */
function fitsHcl(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.keys(value).every((name) => /^[a-z_]\w*$/i.test(name));
}
