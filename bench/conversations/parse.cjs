// `parse.cjs FOLDER`: reads and parses the GZIP files of a folder with DuckDB, and does nothing with them.
const { availableParallelism } = require("node:os");
const { DuckDBInstance } = require("@duckdb/node-api");

(async () => {
  // As many as the program takes.
  const threads = String(Math.min(4, availableParallelism()));
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1100MB", threads });
  const connection = await instance.connect();
  await connection.runAndReadAll(
    `SELECT count(*) FROM read_json('${process.argv[2]}/*.gz', format = 'newline_delimited')`,
  );
})();
