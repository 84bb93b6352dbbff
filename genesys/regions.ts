/**
 * The regions that the pinned genesyscloud provider takes as aws_region; it refuses others (its provider.go, v1.84.1, read
 * 2026-11).
 */
export const genesysRegions = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "dca",
  "eu-central-1",
  "eu-central-2",
  "eu-west-1",
  "eu-west-2",
  "eusc-de-east-1",
  "me-central-1",
  "mx-central-1",
  "sa-east-1",
  "tca",
  "us-east-1",
  "us-east-2",
  "us-west-2",
] as const;
