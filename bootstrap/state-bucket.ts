import { accountArn, partition } from "../aws/names";
import { onlyEncryptedConnections } from "../aws/policy";
import type { Account } from "./account";
import { type Block, expression, policyDocument } from "./hcl";
import { KEY_ALIAS } from "./state";

/** The days for which earlier versions of the state can be brought back. */
const EARLIER_VERSIONS_DAYS = 90;
/** The longest that KMS waits, and the days in which a deletion can be taken back. */
const KEY_DELETION_DAYS = 30;

const BUCKET = expression("aws_s3_bucket.state.id");
const PROTECTED: Block = { header: "lifecycle", attributes: { prevent_destroy: true } };

/** Returns the bucket that holds the state of every environment of an account, and its key. */
export function stateBlocks({ place, bucket }: Account): Block[] {
  const arn = `arn:${partition(place.aws_region)}:s3:::${bucket}`;
  const objects = [arn, `${arn}/*`];
  return [
    {
      header: 'resource "aws_kms_key" "state"',
      comment:
        "Encrypts the state. Whoever may use it, the account's own policies say: those of the roles, in roles-*.tf.",
      attributes: {
        description: "Terraform's state of genesys-eventbridge",
        enable_key_rotation: true,
        deletion_window_in_days: KEY_DELETION_DAYS,
        policy: policyDocument([
          {
            Sid: "PoliciesOfTheAccount",
            Effect: "Allow",
            Principal: { AWS: accountArn(place) },
            Action: "kms:*",
            Resource: "*",
          },
        ]),
      },
      blocks: [PROTECTED],
    },
    {
      header: 'resource "aws_kms_alias" "state"',
      attributes: { name: KEY_ALIAS, target_key_id: expression("aws_kms_key.state.key_id") },
    },
    { header: 'resource "aws_s3_bucket" "state"', attributes: { bucket }, blocks: [PROTECTED] },
    {
      header: 'resource "aws_s3_bucket_versioning" "state"',
      attributes: { bucket: BUCKET },
      blocks: [{ header: "versioning_configuration", attributes: { status: "Enabled" } }],
    },
    {
      header: 'resource "aws_s3_bucket_server_side_encryption_configuration" "state"',
      attributes: { bucket: BUCKET },
      blocks: [
        {
          header: "rule",
          attributes: { bucket_key_enabled: true },
          blocks: [
            {
              header: "apply_server_side_encryption_by_default",
              attributes: { sse_algorithm: "aws:kms", kms_master_key_id: expression("aws_kms_key.state.arn") },
            },
          ],
        },
      ],
    },
    {
      header: 'resource "aws_s3_bucket_public_access_block" "state"',
      attributes: {
        bucket: BUCKET,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    {
      header: 'resource "aws_s3_bucket_ownership_controls" "state"',
      attributes: { bucket: BUCKET },
      blocks: [{ header: "rule", attributes: { object_ownership: "BucketOwnerEnforced" } }],
    },
    {
      header: 'resource "aws_s3_bucket_policy" "state"',
      attributes: {
        bucket: BUCKET,
        policy: policyDocument([
          { ...onlyEncryptedConnections(arn), Resource: objects },
          {
            Sid: "OnlyEncryptedWithAKey",
            Effect: "Deny",
            Principal: "*",
            Action: "s3:PutObject",
            Resource: `${arn}/*`,
            // What says nothing is encrypted with the bucket's key.
            Condition: {
              StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
              Null: { "s3:x-amz-server-side-encryption": "false" },
            },
          },
        ]),
        depends_on: [expression("aws_s3_bucket_public_access_block.state")],
      },
    },
    {
      header: 'resource "aws_s3_bucket_lifecycle_configuration" "state"',
      attributes: { bucket: BUCKET, depends_on: [expression("aws_s3_bucket_versioning.state")] },
      blocks: [
        {
          header: "rule",
          attributes: { id: "earlier-versions", status: "Enabled" },
          blocks: [
            { header: "filter", attributes: { prefix: "" } },
            {
              header: "noncurrent_version_expiration",
              attributes: { noncurrent_days: EARLIER_VERSIONS_DAYS },
            },
            { header: "abort_incomplete_multipart_upload", attributes: { days_after_initiation: 7 } },
          ],
        },
      ],
    },
  ];
}
