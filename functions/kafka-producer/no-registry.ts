/** Stands where the client would load what schema registries need: the function writes JSON. */
export default {};
