import { OUTSIDE } from "../../http";

interface Kept {
  readonly readers: string;
  readonly retention: string;
  readonly encryption: string;
}

/** Returns the custody of what leaves AWS, and of the files with what could not. */
export function outsideCustody(files: Kept): Kept {
  const both = (key: keyof Kept) => `${OUTSIDE[key]}; of what it does not take: ${files[key]}`;
  return { readers: both("readers"), retention: both("retention"), encryption: both("encryption") };
}
