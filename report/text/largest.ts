/** The largest of the numbers, and at least `least`. A list may be longer than a function can take arguments. */
export function largest(numbers: Iterable<number>, least: number): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/** The smallest of the numbers, and at most `most`. */
export function smallest(numbers: Iterable<number>, most: number): number {
  let found = most;
  for (const number of numbers) if (number < found) found = number;
  return found;
}
