import * as fc from "fast-check";
import type { EnvironmentFile } from "../../../config/load";

export type Format = "tfvars" | "tfvars.json";

/** An environment file that a failure shows as its text. */
export class RandomFile implements EnvironmentFile {
  readonly name = "dev";
  readonly path: string;
  readonly bytes: Uint8Array;

  constructor(content: string | Uint8Array, format: Format) {
    this.path = `dev.${format}`;
    this.bytes = typeof content === "string" ? Buffer.from(content) : content;
  }

  /** As the reader sees it. */
  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  [fc.toStringMethod](): string {
    return `${this.path} (${this.bytes.length} bytes):\n${this.text}\n`;
  }
}

export const formats = fc.constantFrom<Format>("tfvars", "tfvars.json");
