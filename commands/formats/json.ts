import type { Format } from "./format";

/** Issues for other programs; the `id` of one is stable, its `message` is not. */
export const json: Format = ({ files, issues, problems }, io) => {
  io.stderr(problems);
  if (files.length > 0) io.json({ files: files.map(({ path }) => path), issues }, 2);
};
