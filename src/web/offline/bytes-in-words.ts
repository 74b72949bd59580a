const SCARCE_BYTES = 200 * 1024 * 1024

/** The photos of one round may take as much; unknown is not scarce. */
export function isScarce(left: number | null): boolean {
  return left !== null && left < SCARCE_BYTES
}

/** In whole megabytes under a gigabyte, above it with one decimal, which is never a 0. */
export function inWords(bytes: number): string {
  const megabytes = bytes / (1024 * 1024)
  if (megabytes < 1024) return `${bytes === 0 ? 0 : Math.max(1, Math.round(megabytes))} MB`
  return `${String(Math.round((megabytes / 1024) * 10) / 10)} GB`
}
