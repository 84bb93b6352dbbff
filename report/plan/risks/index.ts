import { access } from "./access";
import { destroyed } from "./destroyed";
import { encryption } from "./encryption";
import { leaves } from "./leaves";
import { rest } from "./rest";
import type { RiskType } from "./risk";
import { shorter } from "./shorter";
import { unexplained } from "./unexplained";

/** Types of risk in the order of `risks`. */
export const riskTypes: readonly RiskType[] = [destroyed, access, leaves, shorter, encryption, unexplained, rest];
