import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const state = (parts: string) =>
  `state = { backend = "s3", ${parts}${/bucket =/.test(parts) ? "" : ', bucket = "acme-tf"'}${/key =/.test(parts) ? "" : ', key = "k"'}${/region =/.test(parts) ? "" : ', region = "us-east-1"'} }`;

const atTop = (wrong: string, top: string, issue: string, advice: RegExp): WrongFile => [
  wrong,
  file({ top }),
  issue,
  advice,
];

const states: readonly WrongFile[] = [
  ...["/k", "k/", "a//b"].map((key) =>
    atTop(`has the state's key ${key}`, state(`key = "${key}"`), "invalid-format 4:33 state.key", /no \/ at its ends/),
  ),
  ...["b", "a/b", "arn:aws:s3:::b", "acme tf"].map((bucket) =>
    atTop(
      `has its state in the bucket ${bucket}`,
      state(`bucket = "${bucket}"`),
      "invalid-format 4:36 state.bucket",
      /a bucket's name/,
    ),
  ),
  ...["Acme-TF", "acme_tf", "acme..tf", "192.168.5.4", "acme-"].map((bucket) =>
    atTop(
      `has its state in a bucket ${bucket} of a newer region`,
      state(`bucket = "${bucket}", region = "eu-west-1"`),
      "bucket-name 4:36 state.bucket",
      /lower-case letters/,
    ),
  ),
  atTop(
    "has its state in a bucket of no name that S3 takes anywhere",
    state('bucket = "acme..tf"'),
    "bucket-name 4:36 state.bucket",
    /no two dots/,
  ),
  ...[
    "1234abcd",
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "alias/a b",
    "arn:aws:kms:us-east-1:123456789012:key/x",
    "arn:aws:kms:us-east-1::alias/x",
    "arn:aws:kms:*:123456789012:alias/x",
  ].map((key) =>
    atTop(
      `has the state's KMS key ${key}`,
      state(`kms_key_id = "${key}", bucket = "acme-tf", key = "k"`),
      "invalid-format 4:40 state.kms_key_id",
      /alias\/terraform-state/,
    ),
  ),
  atTop(
    "has a state's KMS key of another region",
    state('kms_key_id = "arn:aws:kms:eu-west-1:123456789012:alias/x", bucket = "acme-tf", key = "k"'),
    "arn-elsewhere 4:40 state.kms_key_id",
    /write a key of us-east-1/,
  ),
  ...[
    ["organization", "ac me", "4:45", 'organization = "ac me", workspace = "w"'],
    ["workspace", "w.x", "4:62", 'organization = "a", workspace = "w.x"'],
    [
      "hostname",
      "https://tf.acme.example",
      "4:78",
      'organization = "a", workspace = "w", hostname = "https://tf.acme.example"',
    ],
  ].map(([key = "", value = "", at = "", parts = ""]) =>
    atTop(
      `has the ${key} ${value} of HCP Terraform`,
      `state = { backend = "cloud", ${parts} }`,
      `invalid-format ${at} state.${key}`,
      /letters, digits, - or _|a host such as/,
    ),
  ),
];

const ROLES = [
  "arn:aws:iam:us-east-1:123456789012:role/x",
  "arn:aws:iam:::role/x",
  "arn:aws:iam::123456789012:role/*",
  "arn:aws:iam::*:role/x",
  "arn:aws:iam::123456789012:user/x",
  "arn:aws:iam::123456789012:role/",
  "arn:aws:iam::123456789012:role/a//b",
  `arn:aws:iam::123456789012:role/${"x".repeat(65)}`,
  "arn:aws:sts::123456789012:assumed-role/x/y",
].map((arn) =>
  atTop(
    `assumes ${arn.slice(0, 50)}`,
    `aws_assume_role_arn = "${arn}"`,
    "invalid-format 4:23 aws_assume_role_arn",
    /an IAM role's ARN/,
  ),
);

const KEYS = [
  "arn:aws:kms::123456789012:key/1234abcd",
  "arn:aws:kms:us-east-1::key/1234abcd",
  "arn:aws:kms:us-east-1:123456789012:key/*",
  "arn:aws:kms:us-east-1:123456789012:alias/x",
  "1234abcd-12ab-34cd-56ef-1234567890ab",
].map((arn) =>
  atTop(`has the key ${arn}`, `kms_key_arn = "${arn}"`, "invalid-format 4:15 kms_key_arn", /KMS key's ARN/),
);

const RECEIVERS = [
  "arn:aws:sns:us-east-1:123456789012:on-call.fifo",
  "arn:aws:sns:us-east-1::on-call",
  "arn:aws:sns::123456789012:on-call",
  "arn:aws:sns:us-east-1:123456789012:*",
  "arn:aws:sqs:us-east-1:123456789012:on-call",
  "a..b@acme.example",
  ".a@acme.example",
  "a@-acme.example",
  "a@acme",
  "a b@acme.example",
  `${"a".repeat(65)}@acme.example`,
].map((receiver) =>
  atTop(
    `tells ${receiver.slice(0, 50)} of alarms`,
    `monitoring = { notify = ["${receiver}"] }`,
    "invalid-format 4:26 monitoring.notify[0]",
    /or an e-mail address/,
  ),
);

const manyTags = (count: number) => Array.from({ length: count }, (_, n) => `t${n} = "x"`).join(", ");
const QUEUE = 'type = "sqs"\narn = "arn:aws:sqs:us-east-1:123456789012:q"';
const tags: readonly WrongFile[] = [
  atTop("has 49 tags", `tags = { ${manyTags(49)} }`, "too-many-tags 4:8 tags", /the 2 that are added AWS takes 50/),
  atTop(
    "has 50 tags, one of which is always added",
    `tags = { environment = "x", ${manyTags(49)} }`,
    "too-many-tags 4:8 tags",
    /the 1 that are added/,
  ),
  atTop("has a tag of no name", 'tags = { "" = "x" }', 'invalid-name 4:10 tags[""]', /a name/),
  atTop("has a tag with #", 'tags = { a = "#1" }', "invalid-format 4:14 tags.a", /letters, digits, spaces/),
  atTop("has a tag that is AWS's own", 'tags = { "AWS:x" = "y" }', 'invalid-name 4:10 tags["AWS:x"]', /aws:/),
  atTop(
    "has a tag's name that is too long",
    `tags = { ${"a".repeat(129)} = "x" }`,
    `invalid-name 4:10 tags.${"a".repeat(129)}`,
    /1 to 128/,
  ),
  atTop(
    "has a tag that is too long",
    `tags = { a = "${"x".repeat(257)}" }`,
    "invalid-format 4:14 tags.a",
    /at most 256/,
  ),
  [
    "has tags that are one to a role",
    file({ top: 'tags = { owner = "a", Owner = "b" }', destination: QUEUE }),
    "same-tag 4:23 tags.Owner",
    /write owner/,
  ],
  [
    "has a tag that differs in case from one that is added",
    file({ top: 'tags = { Environment = "prod" }', destination: QUEUE }),
    "same-tag 4:10 tags.Environment",
    /added to all tags/,
  ],
];

const secrets = (
  [
    ["secrets_manager", "a b"],
    ["secrets_manager", "x*"],
    ["secrets_manager", "arn:aws:secretsmanager:us-east-1::secret:x"],
    ["secrets_manager", "arn:aws:ssm:us-east-1:123456789012:parameter/x"],
    ["ssm_parameter", "a/b"],
    ["ssm_parameter", "/a//b"],
    ["ssm_parameter", "/a/"],
    ["ssm_parameter", "/a b"],
    ["ssm_parameter", "arn:aws:ssm:us-east-1::parameter/x"],
  ] as const
).map(
  ([key, value]): WrongFile => [
    `has its secret at ${key} ${value}`,
    file({ destination: `type = "pagerduty"\nrouting_key = { ${key} = "${value}" }` }),
    `invalid-format 13:${20 + key.length} destinations.log.routing_key.${key}`,
    /the name of a (?:secret|parameter)/,
  ],
);

const parametersElsewhere: WrongFile = [
  "has a parameter of another region",
  file({
    destination:
      'type = "pagerduty"\nrouting_key = { ssm_parameter = "arn:aws:ssm:eu-west-1:123456789012:parameter/x" }',
  }),
  "arn-elsewhere 13:33 destinations.log.routing_key.ssm_parameter",
  /write one of us-east-1/,
];

/** Where the stack runs and keeps its state, its tags, its receivers and its secrets. */
export const account: readonly WrongFile[] = [
  ...states,
  ...ROLES,
  ...KEYS,
  ...RECEIVERS,
  ...tags,
  ...secrets,
  parametersElsewhere,
];
