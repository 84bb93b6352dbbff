import { DESTINATION_NAME_LENGTH } from "../aws/limits";
import { renamedFrom } from "../schema/renamed";

/** The keys that every type of destination has beside its own. */
export const destinationKeys = { renamed_from: renamedFrom(DESTINATION_NAME_LENGTH) };
