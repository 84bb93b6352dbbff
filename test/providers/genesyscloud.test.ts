import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";

const schema = JSON.parse(readFileSync(join(root, "providers", "genesyscloud", "schema.json"), "utf8"));
const { genesyscloud_integration, genesyscloud_integration_credential, genesyscloud_oauth_client } =
  schema.resource_schemas;

// The provider's own source, resource_genesyscloud_*_schema.go of 1.84.1.
test("says of the provider's resources what the provider says of itself", () => {
  const { credentials, advanced } = genesyscloud_integration.block.block_types.config.block.attributes;

  expect(credentials).toEqual({ optional: true, type: ["map", "string"] });
  expect(advanced).toMatchObject({ optional: true, computed: true });
  expect(genesyscloud_integration_credential.block.attributes.fields).toEqual({
    computed: true,
    optional: true,
    sensitive: true,
    type: ["map", "string"],
  });
  expect([
    genesyscloud_integration.version,
    genesyscloud_integration_credential.version,
    genesyscloud_oauth_client.version,
  ]).toEqual([1, 1, 1]);
});
