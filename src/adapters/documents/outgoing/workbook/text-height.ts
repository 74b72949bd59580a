const CJK = /[\u2014\u2018-\u201D\u2026\u2460-\u24FF\u2E80-\uFFEF]/u

/** In points, of a text wrapped in a cell: what a library writes, Excel does not fit by itself where cells are merged. */
export function textHeight(text: string, size: number, pixels: number): number {
  return linesOf(text, size, pixels) * size * 1.36
}

/** Somewhat more than needed: a line too many is white, a line too few is words lost. */
function linesOf(text: string, size: number, pixels: number): number {
  const room = Math.max(size, pixels * 0.75 - 6)
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil((textWidth(line, size) * 1.04) / room))
  return lines
}

/** In points. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const sign of text) ems += CJK.test(sign) ? 1 : 0.56
  return ems * size
}
