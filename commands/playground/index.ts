import type { Command, Input, Options } from "../command";
import { environmentOffers } from "../offers";

const options = {
  out: {
    type: "string",
    value: "PAGE",
    help: "write the page there, over an older one; - is the standard output",
    default: "-",
    offers: { files: [".html"] },
  },
} as const satisfies Options;

export const playground: Command<typeof options> = {
  name: "playground",
  summary: "Writes a page on which an environment file and an event can be tried, without a network",
  positionals: "[FILE]",
  offers: environmentOffers,
  options,
  details: `The page opens in any browser: the file on the left, with what check says in its place while one types; an event on the
right, of which there are samples; below, the way of the event, the reason of each rule and what each target gets, as trace has them. It
asks for nothing and sends nothing. FILE is an environment's file, or its name, which need not be right yet; without one, the page begins
with an example. The page holds FILE and the organization's topics beside it as they are, so give it to those alone who may read them.`,
  examples: [
    { args: "--out playground.html", does: "writes a page that begins with an example" },
    { args: "dev --out dev.html", does: "writes one that begins with the file of dev" },
    { args: "staging > staging.html", does: "writes the same to the standard output" },
  ],
  exits: { 0: "written", 1: "FILE cannot be read, or the page cannot be written" },
  more: "docs/how-to/playground.md",
  wrongUse,
  async run(input, io) {
    const { writePage } = await import("./write");
    return writePage(input.positionals[0], input.values.out ?? "-", io);
  },
};

function wrongUse({ positionals, values: { out } }: Input<typeof options>): string | undefined {
  if (positionals.length > 1) return "playground wants one environment FILE at most";
  if (out === undefined || out === "-" || /\.html?$/i.test(out)) return undefined;
  return `--out ${out} is no page; let it end in .html, or write - for the standard output`;
}
