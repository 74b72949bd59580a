/**
 * An appeal may object to several things, and each gets its own written answer. Grounds are cut where their writer numbered
 * them or began a new line; the answers are numbered alike, so that a reader of the ledger pairs them too.
 */
export function objectionsIn(grounds: string): readonly string[] {
  const parts = grounds
    .split(
      /\n+|(?=[（(]?[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341][、.．）)])|(?<=[。；])(?=\d+[、.．])/u,
    )
    .map((part) => part.replace(NUMBER, '').trim())
    .filter((part) => part !== '')
  return parts.length === 0 ? [grounds.trim()] : parts
}

/** `1. …` lines; an answer alone stands without a number. */
export function answersAsReason(answers: readonly string[]): string {
  const said = answers.map((answer) => answer.trim().replaceAll(/\s*\n\s*/g, ' '))
  return said.length === 1 ? (said[0] ?? '') : said.map((answer, place) => `${place + 1}. ${answer}`).join('\n')
}

/** The answers of a reason that was written so; null where it was not: then it answers the appeal as a whole. */
export function answersIn(reason: string, count: number): readonly string[] | null {
  if (count === 1) return [reason]
  const lines = reason.split('\n')
  const isNumbered = lines.length === count && lines.every((line, place) => line.startsWith(`${place + 1}. `))
  return isNumbered ? lines.map((line) => line.replace(/^\d+\. /, '')) : null
}

const NUMBER = /^[（(]?(?:[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]|\d+)[、.．）)]\s*/u
