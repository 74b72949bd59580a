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
  for (let at = 0; at < text.length; at += 1) ems += isWide(text.charCodeAt(at)) ? 1 : 0.56
  return ems * size
}

/** As wide as it is high: dashes, quotes, numbers in circles, everything Chinese. */
function isWide(code: number): boolean {
  if (code < 0x2014) return false
  return code >= 0x2e80 || code === 0x2014 || code === 0x2026 || (code >= 0x2018 && code <= 0x201d) || isCircled(code)
}

function isCircled(code: number): boolean {
  return code >= 0x2460 && code <= 0x24ff
}
