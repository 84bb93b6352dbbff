// A function in a process of its own, which stays warm: `fork(worker.cjs, [BUNDLE])`, a message { id, records, milliseconds } a batch.
const { handler } = require(process.argv[2]);

process.on("message", async ({ id, records, milliseconds }) => {
  const ends = Date.now() + milliseconds;
  try {
    const answer = await handler({ Records: records }, { getRemainingTimeInMillis: () => ends - Date.now() });
    process.send({ id, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) });
  } catch (error) {
    // All of them come again.
    process.send({ id, failed: records.map(({ messageId }) => messageId), error: error.message });
  }
});
process.send({ id: 0, failed: [] });
