/**
 * Objections as the grounds of an appeal: numbered lines, so that each gets an answer of its own. One alone stands without a
 * number; what was left empty is left out.
 */
export function numberedGrounds(objections: readonly string[]): string {
  const said = objections.map((one) => one.trim().replaceAll(/\s*\n\s*/g, ' ')).filter((one) => one !== '')
  return said.length === 1 ? (said[0] ?? '') : said.map((one, place) => `${place + 1}. ${one}`).join('\n')
}
