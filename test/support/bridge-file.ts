export const IMAGE = `123456789012.dkr.ecr.us-east-1.amazonaws.com/bridge@sha256:${"0123456789abcdef".repeat(4)}`;
export const CLIENT_ID = "3c4f9f1e-0000-4000-8000-00000000c11e";

/** Returns a right file whose stream subscribes to topics; parts can be given in the file's own language. */
export function bridgeFile({
  top = 'genesys_region = "eu-central-1"',
  topics = '"v2.users.{id}.conversations"',
  ids = 'users = "all"',
  secret = 'secrets_manager = "genesys/bridge", key = "client_secret"',
  image = IMAGE,
  more = "",
} = {}): string {
  return `aws_account_id = "123456789012"
aws_region = "us-east-1"${top === "" ? "" : `\n${top}`}
streams = {
live = { type = "notifications"
topics = [${topics}]
ids = { ${ids} }
image = "${image}"
subnets = ["subnet-0a1b2c3d"]
security_groups = ["sg-0a1b2c3d"]
oauth = { client_id = "${CLIENT_ID}", client_secret = { ${secret} } }
${more}
}
}
rules = { all = { stream = "live", targets = ["log"] } }
destinations = { log = { type = "cloudwatch_logs" } }
`;
}
