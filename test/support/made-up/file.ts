export const TOPIC = "v2.users.{id}.presence";

/** A file whose stream and destination are of the made-up types. */
export const file = ({
  top = "",
  subjects = `"${TOPIC}"`,
  stream = "",
  targets = '["kept"]',
  kept = "",
  more = "",
  streams = "",
} = {}) => `
aws_account_id = "123456789012"
aws_region = "us-east-1"
${top}
streams = { made = { type = "pipe", subjects = [${subjects}]${stream} }${streams} }
rules = { all = { stream = "made", targets = ${targets} } }
destinations = { kept = { type = "vault"${kept} }${more} }
`;
