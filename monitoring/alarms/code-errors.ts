import { type AlarmKind, AT_ONCE } from "../../aws/alarm-kind";

/** Fires when a function of ours ends in an error: none should, whatever it is given. */
export const codeErrors: AlarmKind = {
  kind: "code-errors",
  subject: "functions",
  when: "a function of the stream ended in an error or ran out of time",
  metric: { namespace: "AWS/Lambda", name: "Errors", statistic: "Sum" },
  ...AT_ONCE,
  advice:
    "Likeliest: a permission of its role was changed, or a service that it calls was slow. Look first at its log group, /aws/lambda/ and its name: the last lines before the error say which call failed.",
};
