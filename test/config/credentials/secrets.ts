import { file } from "../../support/environment";

/** Put together here, so that nobody's scanner takes them for real ones. */
export const mixed = (length: number) => "q7Rk2VxT9wLm4ZbN8pHs3YdJ6fGc5XaK1uEo0QiWtBvCyDnS".slice(0, length);
const HEX = "8f14e45fceea167a5a36dedd4bea2543";
const JWT = ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxIn0", mixed(20)].join(".");
const AWS_SECRET = ["wJalrXUtnFEMI", "K7MDENG", "bPxRfiCYEXAMPLEKEY"].join("/");
const AUTH = 'auth = { type = "api_key", value = { secrets_manager = "a" } }';
const OAUTH =
  'auth = { type = "oauth_client_credentials", token_url = "https://login.acme.example/t", client_id = "me", client_secret = { secrets_manager = "s" }';

export const http = (keys: string, url = "https://events.acme.example/in") =>
  file({ destination: `type = "http"\nurl = "${url}"\n${keys}` });
const url = (text: string) => http(AUTH, text);
const header = (name: string, value: string) => http(`${AUTH}\nheaders = { "${name}" = "${value}" }`);
const oauth = (keys: string) => http(`${OAUTH}, ${keys} }`);
const state = (address: string) => file({ top: `state = { backend = "http", address = "${address}" }` });
const target = (options: string) => file({ rule: `targets = { log = { ${options} } }` });
const tag = (text: string) => file({ top: `tags = { note = "${text}" }` });
const ofHttp = (options: string) => http(AUTH).replace('targets = ["log"]', `targets = { log = { ${options} } }`);

/** What it is, the text that nobody may see, and the file that holds it. */
export const secrets: readonly (readonly [what: string, secret: string, text: string])[] = [
  ["an unquoted key at the top", AWS_SECRET, file({ top: `aws_secret_access_key = ${AWS_SECRET}` })],
  ["an unquoted password", "hunter2secret", file({ top: "password = hunter2secret" })],
  [
    "an unquoted routing key",
    "hunter2secret",
    file({ destination: 'type = "pagerduty"\nrouting_key = hunter2secret' }),
  ],
  ["an unquoted key among a list", mixed(36), file({ rule: `targets = [${mixed(36)}]` })],
  ["an unquoted token of a known form", mixed(30), file({ top: `tags = { a = ghp_${mixed(30)} }` })],
  ["a password in single quotes", "hunter2secret", file({ top: "password = 'hunter2secret'" })],
  [
    "a password in single quotes among headers",
    "s3cretvalue",
    http(`${AUTH}\nheaders = { x-api-key = 's3cretvalue' }`),
  ],
  ...["Authorization", "Cookie", "X-Api-Key", "x-auth-token", "Proxy-Authorization", "DD-API-KEY", "X-Vault-Token"].map(
    (name) => [`the header ${name}`, "s3cretvalue", header(name, "s3cretvalue")] as const,
  ),
  ["the header ocp-apim-subscription-key", HEX, header("ocp-apim-subscription-key", HEX)],
  ["a header's value by its scheme", mixed(24), header("x-forward", `Bearer ${mixed(24)}`)],
  ["a header of a target", "s3cretvalue", ofHttp('headers = { x-api-key = "s3cretvalue" }')],
  ["a query parameter of a target", "s3cretvalue", ofHttp('query = { token = "s3cretvalue" }')],
  ["a client's secret in the body of OAuth", "s3cretvalue", oauth('body = { client_secret = "s3cretvalue" }')],
  [
    "a password in the body of OAuth",
    "s3cretvalue",
    oauth('body = { grant_type = "password", password = "s3cretvalue" }'),
  ],
  ["a token in the query of OAuth", "s3cretvalue", oauth('query = { access_token = "s3cretvalue" }')],
  ["a header of OAuth", "dXNlcjpwYXNz", oauth('headers = { Authorization = "Basic dXNlcjpwYXNz" }')],
  ["a token in a URL", HEX, url(`https://hooks.acme.example/in?token=${HEX}`)],
  ["a signature in a URL", mixed(43), url(`https://acme.example/in?sv=2020&sig=${mixed(43)}`)],
  ["a key in a URL", mixed(20), url(`https://chat.googleapis.com/v1/spaces/A/messages?key=${mixed(20)}`)],
  ["a token behind a URL's #", HEX, url(`https://acme.example/in#access_token=${HEX}`)],
  ["a password in a URL", "pw1234", url("https://me:pw1234@acme.example/in")],
  ["a webhook of Slack", "SECRETPATH", url("https://hooks.slack.com/services/T000/B000/SECRETPATH")],
  ["a workflow of Slack", "SECRETPATH", url("https://hooks.slack.com/triggers/T000/1/SECRETPATH")],
  ["a webhook of Discord", "SECRETPATH", url("https://discord.com/api/webhooks/123/SECRETPATH")],
  ["a webhook of Teams", "SECRETPATH", url("https://acme.webhook.office.com/webhookb2/SECRETPATH/IncomingWebhook/x/y")],
  [
    "a flow of Azure",
    "SECRETPATH",
    url("https://prod-1.westeurope.logic.azure.com/workflows/a?api-version=1&sig=SECRETPATH"),
  ],
  ["a key of Opsgenie", HEX, url(`https://api.opsgenie.com/v1/json/amazon?apiKey=${HEX}`)],
  ["an integration of PagerDuty", HEX, url(`https://events.pagerduty.com/integration/${HEX}/enqueue`)],
  ["a webhook of Zapier", "SECRETPATH", url("https://hooks.zapier.com/hooks/catch/12/SECRETPATH")],
  ["a bot of Telegram", "SECRETPATH", url("https://api.telegram.org/bot12:SECRETPATH/sendMessage")],
  ["a token in a URL's path", HEX, url(`https://acme.example/in/${HEX}`)],
  [
    "a token where OAuth asks",
    "s3cretvalue",
    oauth("query = {}").replace("example/t", "example/t?client_secret=s3cretvalue"),
  ],
  ["a token in the state's address", "SECRETQ1", state("https://state.acme.example/dev?token=SECRETQ1")],
  ["a password in the state's address", "pw1234", state("https://me:pw1234@state.acme.example/dev")],
  [
    "a token that locks the state",
    "SECRETQ1",
    state('https://s.example/dev", lock_address = "https://s.example/?private_token=SECRETQ1'),
  ],
  ["an access key's id in a tag", "AKIAIOSFODNN7EXAMPLE", tag("AKIAIOSFODNN7EXAMPLE")],
  [
    "an access key's id as a tag's name",
    "ASIAIOSFODNN7EXAMPLE",
    file({ top: 'tags = { ASIAIOSFODNN7EXAMPLE = "x" }' }),
  ],
  ["a secret access key in a tag", AWS_SECRET, tag(AWS_SECRET)],
  [
    "a client's secret beside its id",
    mixed(43),
    file({ stream: `notes = "3c4f9f1e-0000-4000-8000-00000000c0de ${mixed(43)}"` }),
  ],
  ["a JSON Web Token in notes", JWT, file({ stream: `notes = "${JWT}"` })],
  [
    "a private key",
    "MIIEvQIBADAN",
    file({
      rule: 'description = <<EOT\n-----BEGIN RSA PRIVATE KEY-----\nMIIEvQIBADAN\n-----END RSA PRIVATE KEY-----\nEOT\ntargets = ["log"]',
    }),
  ],
  [
    "a token of GitHub in a description",
    mixed(30),
    file({ rule: `description = "ghp_${mixed(30)}"\ntargets = ["log"]` }),
  ],
  ["a fine-grained token of GitHub", mixed(30), tag(`github_pat_${mixed(30)}`)],
  ["a token of Slack in a template", "12345678-abcdef", target('template = { text = "xoxb-12345678-abcdef" }')],
  ["a key of Stripe in an input", mixed(20), target(`input = { a = ["sk_live_${mixed(20)}"] }`)],
  ["a key of Google in an input that is text", mixed(35), target(`input = "AIza${mixed(35)}"`)],
  ["a routing key in a template", HEX, target(`template = { routing_key = "${HEX}", event_action = "trigger" }`)],
  ["a password in an input", "hunter2", target('input = { password = "hunter2" }')],
  ["a password in an input that is JSON text", "hunter2", target('input = "{\\"password\\":\\"hunter2\\"}"')],
  [
    "an access key's id in a pattern",
    "AKIAIOSFODNN7EXAMPLE",
    file({ rule: 'pattern = { id = ["AKIAIOSFODNN7EXAMPLE"] }\ntargets = ["log"]' }),
  ],
  [
    "an access key's id in a pattern that is text",
    "AKIAIOSFODNN7EXAMPLE",
    file({ rule: 'pattern = "{\\"id\\":[\\"AKIAIOSFODNN7EXAMPLE\\"]}"\ntargets = ["log"]' }),
  ],
  [
    "an access key's id as a pattern's name",
    "AKIAIOSFODNN7EXAMPLE",
    file({ rule: 'pattern = { AKIAIOSFODNN7EXAMPLE = ["x"] }\ntargets = ["log"]' }),
  ],
  [
    "a token as a rule's name",
    mixed(30),
    file({ rule: `targets = ["log"] }\nghp_${mixed(30)} = { stream = "audit", targets = ["log"]` }),
  ],
  ["a token as a target", mixed(30), file({ rule: `targets = ["ghp_${mixed(30)}"]` })],
  ["a token where another value is wanted", mixed(30), http(`${AUTH}\nmethod = "ghp_${mixed(30)}"`)],
  [
    "a token in place of a secret's name",
    mixed(30),
    file({ destination: `type = "pagerduty"\nrouting_key = { secrets_manager = "ghp_${mixed(30)}" }` }),
  ],
  [
    "a key of a storage account",
    mixed(40),
    file({ stream: `notes = "DefaultEndpointsProtocol=https;AccountKey=${mixed(40)}=="` }),
  ],
  [
    "a password in a description",
    "hunter2secret",
    file({ rule: 'description = "password: hunter2secret"\ntargets = ["log"]' }),
  ],
  ["a long key in notes", HEX, file({ stream: `notes = "${HEX}"` })],
  ["a password that begins a database's address", "pw1234", file({ stream: 'notes = "postgres://me:pw1234@db/x"' })],
];

/** What may look like a credential, and is none. */
export const harmless: readonly (readonly [what: string, text: string])[] = [
  [
    "the sums of files and commits",
    file({
      top: 'tags = { commit = "9fceb02d0ae598e95dc970b74767f19372d61af8", sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }',
    }),
  ],
  [
    "variables of a template",
    target('template = { token = "<id>", text = "Token <id> deleted", password = "" }, variables = { id = "id" }'),
  ],
  ["paths in headers and a query", ofHttp('headers = { x-token = "$.id" }, query = { key = "$.id" }')],
  [
    "names of secrets",
    http(
      'auth = { type = "basic", username = "u", password = { secrets_manager = "genesys/webhook-password", key = "client_secret" } }',
    ),
  ],
  [
    "a parameter's name",
    http('auth = { type = "basic", username = "u", password = { ssm_parameter = "/genesys/token/hunter2" } }'),
  ],
  [
    "a secret's ARN",
    http(
      'auth = { type = "api_key", value = { secrets_manager = "arn:aws:secretsmanager:us-east-1:123456789012:secret:genesys/webhook-AbC12f" } }',
    ),
  ],
  [
    "the scope and grant of OAuth",
    oauth('body = { grant_type = "client_credentials", scope = "events:write tokens", token_type = "jwt" }'),
  ],
  [
    "UUIDs",
    file({
      stream: 'notes = "client 3c4f9f1e-0000-4000-8000-00000000c0de, owner 7b9d2c11-aaaa-4bbb-8ccc-1234567890ab"',
    }),
  ],
  [
    "an id in a pattern",
    file({
      rule: 'pattern = { id = ["8f14e45f-ceea-467a-9a36-dedd4bea2543"] }\ntargets = ["log"]',
    }),
  ],
  [
    "a key's ARN",
    file({ top: 'kms_key_arn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"' }),
  ],
  [
    "prose about tokens",
    file({ stream: 'notes = "Tells when an OAuth token or password is changed; secret: see the vault"' }),
  ],
  [
    "headers of other kinds",
    http(
      `${AUTH}\nheaders = { X-Atlassian-Token = "no-check", x-csrf-token = "fetch", accept = "application/json", idempotency-key = "$.id" }`,
    ),
  ],
  [
    "long names",
    file({
      destination:
        'type = "cloudwatch_logs"\nlog_group = "/aws/events/AcmeContactCentre/GenesysCloudAuditLogs2026/Production"',
    }),
  ],
  [
    "an address with parameters",
    url("https://events.acme.example/genesys/v2/audit-events?tenant=acme&version=2026-11"),
  ],
  [
    "tags",
    file({
      top: 'tags = { cost-centre = "CC12345678901234567890", owner = "token-team@acme.example", "acme:secret-owner" = "x", token-rotation-days = "90" }',
    }),
  ],
];
