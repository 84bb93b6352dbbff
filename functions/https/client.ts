/**
 * Returns the settings of a client of AWS: a call that hangs is given up and tried again, while there is time to answer the sender.
 *
 * @param milliseconds the longest that one try may take
 */
export function clientSettings(milliseconds: number) {
  return {
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: milliseconds, throwOnRequestTimeout: true },
  };
}
