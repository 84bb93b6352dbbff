import { isAbsolute, join, relative, sep } from "node:path";
import { CloudBackend, HttpBackend, LocalBackend, NamedCloudWorkspace, S3Backend, type TerraformStack } from "cdktf";
import type { Environment } from "../config/model";

/** The folders between which a local state's path is found: the project's, and the one in which Terraform will run. */
export interface Folders {
  readonly project: string;
  readonly stack: string;
}

/** Sets where the state is kept. One is always set: CDKTF's own default is a path of this machine. */
export function configureBackend(stack: TerraformStack, environment: Environment, folders: Folders): void {
  const { name, state } = environment;
  switch (state.backend) {
    case "local":
      new LocalBackend(stack, { path: localPath(state.path ?? `terraform.${name}.tfstate`, folders) });
      return;
    case "s3": {
      const { bucket, key, region, kms_key_id, role_arn, use_lockfile } = state;
      new S3Backend(stack, {
        bucket,
        key,
        region,
        encrypt: true,
        ...(kms_key_id && { kmsKeyId: kms_key_id }),
        ...(role_arn && { assumeRole: { roleArn: role_arn } }),
      });
      // CDKTF's backend does not know this setting.
      stack.addOverride("terraform.backend.s3.use_lockfile", use_lockfile);
      return;
    }
    case "cloud": {
      const { organization, workspace, hostname } = state;
      new CloudBackend(stack, {
        organization,
        workspaces: new NamedCloudWorkspace(workspace),
        ...(hostname && { hostname }),
      });
      return;
    }
    case "http": {
      const { address, lock_address, unlock_address } = state;
      new HttpBackend(stack, {
        address,
        ...(lock_address && { lockAddress: lock_address }),
        ...(unlock_address && { unlockAddress: unlock_address }),
      });
      return;
    }
    default:
      state satisfies never;
  }
}

/**
 * Returns a path relative to where Terraform runs, so that the same input gives the same text on any machine; with / on Windows as
 * well.
 */
function localPath(path: string, { project, stack }: Folders): string {
  return isAbsolute(path) ? path : relative(stack, join(project, path)).split(sep).join("/");
}
