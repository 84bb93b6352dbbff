// `node bench/function-run.cjs FILE`: the milliseconds until a function is loaded, and from a request until PutEvents has come and until the
// answer, each time after the first; as JSON. The services of AWS are a server in this process, which answers at once.
const { createServer } = require("node:http");

const REQUESTS = 300;
const ANSWERS = {
  PutEvents: '{"FailedEntryCount":0,"Entries":[{"EventId":"e"}]}',
  GetSecretValue: '{"SecretString":"made-up"}',
};
let came = 0;
const server = createServer((request, response) => {
  const operation = String(request.headers["x-amz-target"]).split(".").pop();
  if (operation === "PutEvents") came = performance.now();
  request.resume().on("end", () => response.end(ANSWERS[operation] ?? "{}"));
});

server.listen(0, "127.0.0.1", async () => {
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${server.address().port}`;
  const begun = performance.now();
  const { handler } = require(process.argv[2]);
  const loaded = performance.now() - begun;
  const [put, answered] = [[], []];
  for (let nth = 0; nth <= REQUESTS; nth++) {
    const body = JSON.stringify({ type: "made.up", id: nth, text: "x".repeat(2000) });
    const http = { method: "POST", sourceIp: "192.0.2.1" };
    const request = { headers: { "x-token": "made-up" }, body, requestContext: { requestId: `r${nth}`, http } };
    const start = performance.now();
    const { statusCode } = await handler(request, { getRemainingTimeInMillis: () => 25_000 });
    if (statusCode !== 200) throw new Error(`answered ${statusCode}`);
    put.push(came - start);
    answered.push(performance.now() - start);
  }
  const median = (values) => values.slice(1).sort((a, b) => a - b)[REQUESTS >> 1];
  process.stdout.write(JSON.stringify({ loaded, put: median(put), answered: median(answered) }));
  server.close();
  server.closeAllConnections();
});
