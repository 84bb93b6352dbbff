/** The texts that a template's holes are filled with, by name. */
export type Holes = Readonly<Record<string, string>>;

/** Fills the holes of a template, which are written `@@name@@`. */
export function fill(template: string, holes: Holes): string {
  return template.replace(/@@([a-z-]+)@@/g, (hole, name: string) => {
    const text = holes[name];
    if (text === undefined) throw new Error(`the template's hole ${hole} is not filled`);
    return text;
  });
}
