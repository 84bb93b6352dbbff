import { file } from "../support/environment";
import { synthesized } from "../support/stack";

const terraform = (state: string) => synthesized(file({ top: state && `state = ${state}` })).terraform;

test.each([
  ["nothing is said: beside cdktf.json", "", { local: { path: "../../../terraform.dev.tfstate" } }],
  [
    "a local path: from cdktf.json",
    '{ backend = "local", path = "state/dev.tfstate" }',
    { local: { path: "../../../state/dev.tfstate" } },
  ],
  [
    "an absolute path: as it is",
    '{ backend = "local", path = "/var/dev.tfstate" }',
    { local: { path: "/var/dev.tfstate" } },
  ],
  [
    "S3: encrypted and locked",
    '{ backend = "s3", bucket = "acme-tf", key = "k", region = "eu-west-1" }',
    { s3: { bucket: "acme-tf", key: "k", region: "eu-west-1", encrypt: true, use_lockfile: true } },
  ],
  [
    "S3 with a key, a role and no lock",
    '{ backend = "s3", bucket = "acme-tf", key = "k", region = "eu-west-1", kms_key_id = "alias/k", role_arn = "arn:aws:iam::123456789012:role/state", use_lockfile = false }',
    {
      s3: {
        bucket: "acme-tf",
        key: "k",
        region: "eu-west-1",
        encrypt: true,
        use_lockfile: false,
        kms_key_id: "alias/k",
        assume_role: { role_arn: "arn:aws:iam::123456789012:role/state" },
      },
    },
  ],
  [
    "HTTP",
    '{ backend = "http", address = "https://s/dev", lock_address = "https://s/lock", unlock_address = "https://s/lock" }',
    { http: { address: "https://s/dev", lock_address: "https://s/lock", unlock_address: "https://s/lock" } },
  ],
])("keeps the state where the file says: %s", (_, state, backend) => {
  expect(terraform(state).backend).toEqual(backend);
});

test("keeps the state in a workspace", () => {
  const stack = terraform(
    '{ backend = "cloud", organization = "acme", workspace = "dev", hostname = "tfe.acme.example" }',
  );

  expect(stack).toMatchObject({
    cloud: { organization: "acme", hostname: "tfe.acme.example", workspaces: { name: "dev" } },
  });
  expect(stack.backend).toBeUndefined();
});

test("asks for a Terraform that knows the S3 lock file only where it is used", () => {
  expect(terraform('{ backend = "s3", bucket = "acme-tf", key = "k", region = "eu-west-1" }').required_version).toBe(
    ">= 1.10.0",
  );
  expect(terraform("").required_version).toBe(">= 1.5.0");
});
