// `parse.cjs FOLDER`: reads and parses the GZIP files of a folder with DuckDB, and does nothing with them.
const { DuckDBInstance } = require("@duckdb/node-api");

(async () => {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1100MB", threads: "2" });
  const connection = await instance.connect();
  await connection.runAndReadAll(
    `SELECT count(*) FROM read_json('${process.argv[2]}/*.gz', format = 'newline_delimited')`,
  );
})();
