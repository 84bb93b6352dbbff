/** Returns the boolean that a word of another language stands for, such as yes. */
export function booleanMeant(word: string): "true" | "false" | undefined {
  if (/^(?:true|yes|y|on|1|enabled?|t)$/i.test(word.trim())) return "true";
  return /^(?:false|no|n|off|0|disabled?|f)$/i.test(word.trim()) ? "false" : undefined;
}
