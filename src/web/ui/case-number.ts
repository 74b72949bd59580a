const MADE_BY_MACHINE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}-|[0-9a-f]{8})/

/** A finding or bonus as people call it: what follows the center in a number, the first eight signs where a program made the id. */
export function caseNumber(caseId: string): string {
  if (MADE_BY_MACHINE.test(caseId)) return caseId.slice(0, 8)
  return caseId.slice(caseId.lastIndexOf('-') + 1)
}
