import { claims } from "../support/claims";
import { defineAcrossCheck, repeats } from "./across-check";

export const namesAcross = defineAcrossCheck({
  name: "names",
  says: ["same-name-elsewhere"],
  run: (files) =>
    repeats(
      files.filter(({ draft }) => draft.place !== undefined),
      ({ draft }) => claims(draft),
      ({ key }) => key,
      ({ physical, owner, path }, other) => ({
        id: "same-name-elsewhere",
        path,
        atKey: true,
        message: `${owner} would be created as "${physical}" in the same account, and so would a part of ${other.path}; give one of them another name`,
      }),
    ),
});
