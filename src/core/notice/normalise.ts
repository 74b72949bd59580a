/**
 * Text as the clause grammar reads it: half-width, without blanks, with the offset of every unit in the text as given.
 * Each code point is normalised by itself (NFKC), so an offset always points to whole characters of the original.
 */
export interface NormalText {
  readonly text: string
  /** `offsets[i]` is where unit `i` stands in the original; one more for the end. */
  readonly offsets: readonly number[]
}

/** Circled and bracketed numbers would become bare digits and run into the figures beside them. */
const KEPT = /[\u2460-\u24ff\u2776-\u2793\u33a0-\u33ff㎡]/u
const BLANK = /[^\S\n\t]|[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/u

export function normalise(original: string): NormalText {
  const units: string[] = []
  const offsets: number[] = []
  let offset = 0
  for (const sign of original) {
    const plain = isHan(sign) ? sign : plainForm(sign, original, offset, units)
    for (let unit = 0; unit < plain.length; unit += 1) offsets.push(offset)
    units.push(plain)
    offset += sign.length
  }
  offsets.push(offset)
  return { text: units.join(''), offsets }
}

function isHan(sign: string): boolean {
  return sign >= '\u4e00' && sign <= '\u9fff'
}

function plainForm(sign: string, original: string, offset: number, units: readonly string[]): string {
  if (BLANK.test(sign)) return lostFigure(original, offset, units)
  return KEPT.test(sign) ? sign : halfWidth(sign)
}

function halfWidth(sign: string): string {
  if (sign < '\u0080') return sign === '\r' ? '\n' : sign
  const plain = sign.normalize('NFKC').replace(/[\u2212\u2010\u2011]/g, '-')
  return plain === '〔' || plain === '【' ? '(' : plain === '〕' || plain === '】' ? ')' : plain.trim()
}

/** 扣 分: the blank where the digits should stand is kept as a mask, so that it reads as a lost number. */
function lostFigure(original: string, offset: number, units: readonly string[]): string {
  return /[扣加得减奖]/.test(units.at(-1) ?? '') && /^\s+分/.test(original.slice(offset, offset + 8)) ? '_' : ''
}
