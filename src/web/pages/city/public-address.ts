/** Where anybody reads what a district has published of an assessment, and verifies it. */
export function publicAddress(district: string, assessmentId: string): string {
  return `/public/${encodeURIComponent(district)}/${encodeURIComponent(assessmentId)}`
}
