import type { Format } from "./format";

/** For other programs; `id` of an issue is stable, its `message` is not. */
export const json: Format = ({ files, issues }, io) => io.json({ files: files.map(({ path }) => path), issues }, 2);
