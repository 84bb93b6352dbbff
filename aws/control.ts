/** A control of a standard, by the number that the standard gives it. */
export interface Control {
  readonly standard: "AWS Foundational Security Best Practices" | "CIS AWS Foundations 1.4" | "NIST SP 800-53";
  readonly id: string;
}

/** A control that nobody can meet, and the reason. */
export interface ImpossibleControl extends Control {
  readonly note: string;
}
