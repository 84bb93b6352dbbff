import type { Format } from "./format";
/** For other programs; `id` of an issue is stable, its `message` is not. */
export const json: Format = ({ files, issues }, io) =>
  io.stdout(JSON.stringify({ files: files.map(({ path }) => path), issues }, null, 2));
