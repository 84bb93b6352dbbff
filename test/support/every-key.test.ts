import { everyKey } from "./every-key";

test("every key of every destination, target and rule is in the file that is rehearsed", () => {
  const { files, missing } = everyKey();

  expect(missing).toEqual([]);
  expect(Object.values(files).flatMap(({ destinations }) => Object.keys(destinations ?? {})).length).toBeGreaterThan(
    100,
  );
});
