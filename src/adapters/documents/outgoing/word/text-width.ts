const FULL_WIDTH = /[\u2014\u2018-\u201D\u2026\u2460-\u24FF\u2E80-\uFFEF]/u

/** How wide a text is in its own size: a Han sign is 1, a figure or a Latin letter about half. */
export function emsOf(text: string): number {
  let ems = 0
  for (const sign of text) ems += FULL_WIDTH.test(sign) ? 1 : 0.52
  return ems
}

/** How many lines it takes where one holds so many ems. */
export function linesOf(text: string, ems: number): number {
  const room = Math.max(1, ems)
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(emsOf(line) / room)), 0)
}
