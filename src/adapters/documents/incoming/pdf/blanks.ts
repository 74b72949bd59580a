/**
 * A page has no blanks, only gaps, and where lines are justified there is a gap behind every character. A blank stays where it
 * parts two words of letters or figures; all others of one width go.
 */
export function tidyBlanks(text: string): string {
  if (!text.includes(' ')) return text
  // 2 0 2 1 年 : spread over the width of a line.
  const isSpread = /^(?:\S ){3,}\S$/u.test(text.trim())
  return text.replace(isSpread ? / +/g : BLANK_BESIDE_HAN, '')
}

/** What stands between two runs of text on one line, `gap` points apart. */
export function blankBetween(before: string, after: string, gap: number, size: number): '' | ' ' {
  if (gap > size * WIDE) return ' '
  return gap > size * NARROW && WORD_END.test(before) && WORD_START.test(after) ? ' ' : ''
}

/** What stands between two lines of one paragraph. */
export function blankAtLineEnd(before: string, after: string): '' | ' ' {
  return /[A-Za-z,;:!?)]$/.test(before) && /^[A-Za-z(]/.test(after) ? ' ' : ''
}

const WIDE = 0.75
const NARROW = 0.12
const WORD_END = /[!-~]$/
const WORD_START = /^[!-~]/
const BLANK_BESIDE_HAN = /(?<=[^!-~ ]) +| +(?=[^!-~ ])/gu
