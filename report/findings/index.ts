import { auditRetention } from "./audit-retention";
import { broadSource } from "./broad-source";
import { busNameUnknown } from "./bus-name-unknown";
import { confusedDeputy } from "./confused-deputy";
import { crossAccountAccess } from "./cross-account-access";
import type { FindingType } from "./finding";
import { integrationOff } from "./integration-off";
import { keptForEver } from "./kept-for-ever";
import { noAlarm } from "./no-alarm";
import { noCustomerKey } from "./no-customer-key";
import { noDeadLetter } from "./no-dead-letter";
import { noDeliveryPermission } from "./no-delivery-permission";
import { noEncryption } from "./no-encryption";
import { noProtection } from "./no-protection";
import { personalDataLeaves } from "./personal-data-leaves";
import { publicAccess } from "./public-access";
import { publicAddress } from "./public-address";
import { ruleNeverMatches } from "./rule-never-matches";
import { unexplainedChange } from "./unexplained-change";
import { unsafeState } from "./unsafe-state";
import { untagged } from "./untagged";
import { waiverExpired } from "./waiver-expired";
import { wildcardAction } from "./wildcard-action";
import { wildcardResource } from "./wildcard-resource";

/** Everything that an auditor would object to, sorted by id. */
export const findingTypes: readonly FindingType[] = [
  auditRetention,
  broadSource,
  busNameUnknown,
  confusedDeputy,
  crossAccountAccess,
  integrationOff,
  keptForEver,
  noAlarm,
  noCustomerKey,
  noDeadLetter,
  noDeliveryPermission,
  noEncryption,
  noProtection,
  personalDataLeaves,
  publicAccess,
  publicAddress,
  ruleNeverMatches,
  unexplainedChange,
  unsafeState,
  untagged,
  waiverExpired,
  wildcardAction,
  wildcardResource,
];
