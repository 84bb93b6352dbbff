// `parse.cjs FILE`: parses each line of a file, and does nothing with it.
const { createReadStream } = require("node:fs");

(async () => {
  let open = Buffer.alloc(0);
  for await (const chunk of createReadStream(process.argv[2], { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([open, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      JSON.parse(bytes.toString("utf8", start, end));
      start = end + 1;
    }
    open = bytes.subarray(start);
  }
})();
