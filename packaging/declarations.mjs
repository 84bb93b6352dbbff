import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * Returns the types of the library, by file: those of `library/` as they are written there, since each is declared in full. A
 * declaration that leads to the rest of the project would bring its schema's types into the package, and is refused.
 */
export function declarationsOf(root) {
  const files = readdirSync(join(root, "library")).filter((file) => file.endsWith(".ts"));
  const all = files.sort().map((fileName) => [fileName.replace(/\.ts$/, ".d.ts"), declarationOf(root, fileName)]);
  const declared = new Map(all);
  const used = new Set(["index.d.ts"]);
  for (const file of used) for (const other of imported(declared.get(file))) used.add(`${other}.d.ts`);
  const outside = [...used].filter((file) => !declared.has(file));
  if (outside.length > 0) throw new Error(`a type of library/ leads out of it: ${outside.join(", ")}`);
  return Object.fromEntries(all.filter(([file]) => used.has(file)));
}

function declarationOf(root, fileName) {
  const source = readFileSync(join(root, "library", fileName), "utf8");
  const compilerOptions = { target: ts.ScriptTarget.ES2022, strict: true, isolatedDeclarations: true };
  const { outputText, diagnostics } = ts.transpileDeclaration(source, {
    compilerOptions,
    fileName,
    reportDiagnostics: true,
  });
  const wrong = diagnostics?.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")) ?? [];
  if (wrong.length > 0) throw new Error(`library/${fileName}: ${wrong.join("; ")}`);
  return outputText;
}

/** The files of the project that a declaration takes types from. */
function imported(declaration) {
  return [...declaration.matchAll(/\bfrom "\.\/([^"]+)"|\bfrom "(\.\.\/[^"]+)"/g)].map(
    ([, own, outside]) => own ?? outside,
  );
}
