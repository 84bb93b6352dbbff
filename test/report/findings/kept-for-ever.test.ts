import { environment, file } from "../../support/environment";
import { found } from "./pair";

const ENDPOINT = 'endpoint = { url = "https://a.example", access_key = { secrets_manager = "s" } }';
const SPLUNK = 'splunk = { hec_url = "https://a.example", token = { secrets_manager = "s" } }';
const bucket = (keys: string) => file({ destination: `type = "firehose"\n${keys}` });

test.each([
  ["keeps only old versions for days", "", true],
  ["lets files expire", "expire_after_days = 30", false],
  ["has for ever what an endpoint does not take", ENDPOINT, true],
  ["lets what an endpoint does not take expire", `${ENDPOINT}\nexpire_after_days = 30`, false],
  ["has for ever what Splunk does not take", SPLUNK, true],
  ["is somebody else's", 'bucket_arn = "arn:aws:s3:::theirs"', false],
])("a bucket that %s", (_, keys, forEver) => {
  expect(environment(bucket(keys)).name).toBe("dev");
  expect(found({ text: bucket(keys) }).includes("kept-for-ever")).toBe(forEver);
});

test.each([
  ["an endpoint", ENDPOINT, true],
  ["Splunk", SPLUNK, true],
  ["a bucket", "", false],
])("says whether events leave AWS for %s", (_, keys, leaves) => {
  expect(found({ text: bucket(keys) }).includes("personal-data-leaves")).toBe(leaves);
});
