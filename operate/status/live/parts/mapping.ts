import { text } from "../../../../report/resources/resource";
import { pages } from "../../../aws/pages";
import { lambda } from "../clients";
import { inState, type PartReader } from "./part";

/** The states of a mapping that reads, or is about to (Lambda API reference, GetEventSourceMapping, 2026-11). */
const READS = ["Enabled", "Creating", "Enabling", "Updating"];

/** The one mapping of a function of ours. Its id is AWS's own, and what Lambda met when it last read is its last result. */
export const mapping: PartReader = {
  permits: () => [[["lambda:ListEventSourceMappings"], ["*"]]],
  async read({ account }, wanted) {
    const { sdk, client } = await lambda(account);
    const FunctionName = text(wanted, "function_name");
    const [found] = await pages(async (Marker) => {
      const answer = await client.send(new sdk.ListEventSourceMappingsCommand({ FunctionName, Marker }));
      return [answer.EventSourceMappings, answer.NextMarker];
    });
    if (found?.UUID === undefined) return undefined;
    const good = wanted.values.enabled === false ? [...READS, "Disabled", "Disabling"] : READS;
    const { LastProcessingResult: last = "", StateTransitionReason: reason } = found;
    const state = inState(found.State, good, reason);
    const trouble = state.trouble ?? (/^PROBLEM/i.test(last) ? `Lambda cannot read: ${last}` : undefined);
    return { ...state, id: found.UUID, ...(trouble !== undefined && { trouble }) };
  },
};
