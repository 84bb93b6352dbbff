import type { Resource } from "./resource";

/** Returns an address without the keys of for_each and count, as an expression names a resource. */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}

/** Returns whether an address is of a resource that Terraform manages: not of data, a variable or a module's output. */
export function isManaged(address: string): boolean {
  return !/^(?:module\.[^.]+\.)*(?:data|var|local|each|count|self|path|terraform|module)\./.test(withoutKeys(address));
}

/** Resources by address, and by what an expression calls them. */
export function byAddress(resources: readonly Resource[]): Map<string, Resource> {
  const found = new Map(resources.map((resource) => [withoutKeys(resource.address), resource]));
  for (const resource of resources) found.set(resource.address, resource);
  return found;
}
