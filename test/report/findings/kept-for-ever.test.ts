import { environment, file } from "../../support/environment";
import { found } from "./pair";

const bucket = (keys: string) => file({ destination: `type = "firehose"\n${keys}` });

test.each([
  ["keeps only old versions for days", "", true],
  ["lets files expire", "expire_after_days = 30", false],
  ["is somebody else's", 'bucket_arn = "arn:aws:s3:::theirs"', false],
])("a bucket that %s", (_, keys, forEver) => {
  expect(environment(bucket(keys)).name).toBe("dev");
  expect(found({ text: bucket(keys) }).includes("kept-for-ever")).toBe(forEver);
});
