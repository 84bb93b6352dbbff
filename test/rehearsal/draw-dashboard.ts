/** `node bin/run.cjs test/rehearsal/draw-dashboard.ts CDK.TF.JSON OUT.SVG`: the dashboard of a synthesized stack with made-up values. */
import { readFileSync, writeFileSync } from "node:fs";
import { widgetsOf } from "../support/cloudwatch/dashboard";
import { drawn } from "../support/cloudwatch/svg";

const [from = "", to = ""] = process.argv.slice(2);
const stack = JSON.parse(readFileSync(from, "utf8"));
writeFileSync(to, drawn(widgetsOf(stack), Object.keys(stack.resource.aws_cloudwatch_event_rule ?? {})).svg);
