import { DESTINATION_NAME_LENGTH } from "../../config/limits";
import { renamedFrom } from "../../config/schema/renamed";

/** The keys that every type of destination has beside its own. */
export const destinationKeys = { renamed_from: renamedFrom(DESTINATION_NAME_LENGTH) };
