/**
 * The regions that the pinned genesyscloud provider takes as aws_region, each with the domain of its API; it refuses others (its
 * provider.go, v1.84.1, read 2026-11).
 */
export const genesysDomains = {
  "ap-northeast-1": "mypurecloud.jp",
  "ap-northeast-2": "apne2.pure.cloud",
  "ap-northeast-3": "apne3.pure.cloud",
  "ap-south-1": "aps1.pure.cloud",
  "ap-southeast-1": "apse1.pure.cloud",
  "ap-southeast-2": "mypurecloud.com.au",
  "ca-central-1": "cac1.pure.cloud",
  dca: "inindca.com",
  "eu-central-1": "mypurecloud.de",
  "eu-central-2": "euc2.pure.cloud",
  "eu-west-1": "mypurecloud.ie",
  "eu-west-2": "euw2.pure.cloud",
  "eusc-de-east-1": "edee1.eusc-pure.cloud",
  "me-central-1": "mec1.pure.cloud",
  "mx-central-1": "mxc1.pure.cloud",
  "sa-east-1": "sae1.pure.cloud",
  tca: "inintca.com",
  "us-east-1": "mypurecloud.com",
  "us-east-2": "use2.us-gov-pure.cloud",
  "us-west-2": "usw2.pure.cloud",
} as const;

export type GenesysRegion = keyof typeof genesysDomains;

export const genesysRegions = Object.keys(genesysDomains) as GenesysRegion[]; // the compiler loses the keys' type
