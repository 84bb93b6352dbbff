import { readFileSync } from "node:fs";
import { transform } from "esbuild";

/**
 * What a provider's generated binding holds and no stack of ours asks for: half of its text. HCL output (which `synth` refuses), names for
 * jsii, and the members by which an app reads, sets or resets what it gave to the constructor before.
 */
const UNUSED = [
  /^function \w+ToHclTerraform\([^)]*\) \{\n[\s\S]*?\n\}\n/gm,
  /^exports\.\w+(?:ToTerraform|ToHclTerraform|OutputReference|List|Map) = \w+;\n/gm,
  /^(?:exports\.\w+ = )+void 0;\n/gm,
  /^ {4}synthesizeHclAttributes\(\) \{\n[\s\S]*?\n {4}\}\n/gm,
  /^ {4}static generateConfigForImport\([^)]*\) \{\n[\s\S]*?\n {4}\}\n/gm,
  /^ {4}\/\/ Temporarily expose input value\. Use with caution\.\n {4}get \w+\(\) \{\n[\s\S]*?\n {4}\}\n/gm,
  /^ {4}reset[A-Z]\w*\(\) \{\n[\s\S]*?\n {4}\}\n/gm,
  /^ {4}set (?!internalValue\()\w+\(value\) \{\n[\s\S]*?\n {4}\}\n/gm,
  /^_\w+ = JSII_RTTI_SYMBOL_1;\n\w+\[_\w+\] = \{[^}\n]*\};\n/gm,
];

/**
 * Returns the code of a binding without them, and with short names within: it is generated, and those that it has fill most of it. Where a
 * generator writes another form, that form stays.
 */
export async function thinBinding(file) {
  const thin = UNUSED.reduce((text, unused) => text.replace(unused, ""), readFileSync(file, "utf8"));
  const { code } = await transform(thin, { format: "cjs", minify: true, platform: "node", target: "node20" });
  return code;
}
