const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/
const DIGEST = /^[0-9a-f]{12,}$/

/** A finding or bonus as people call it: what follows the center in a number, the first eight signs where a program made the id. */
export function caseNumber(caseId: string): string {
  if (UUID.test(caseId)) return caseId.slice(0, 8)
  const own = caseId.slice(caseId.lastIndexOf('-') + 1)
  return DIGEST.test(own) ? own.slice(0, 8) : own
}
