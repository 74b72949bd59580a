import { speaksOfAll } from './general-rule.ts'
import { readMark } from './numbering.ts'
import { hasFigure, hasPrice } from './price-words.ts'
import { isHeadingLike } from './section-heading.ts'
import { totalStatedIn } from './totals.ts'
import { pointsOfHeading } from './printed-points.ts'

/** A line of plain text and what is known of the paragraph that is open above it. */
export interface LineInContext {
  readonly line: string
  readonly isIndented: boolean
  /** Behind a `<br>` of the same paragraph of HTML. */
  readonly goesOn: boolean
  readonly paragraphStart: string
  readonly lineBefore: string
  readonly lineBehind: string
}

/** Whether a line goes on with the paragraph above it: it has no number of its own and the other is not closed. */
export function continuesParagraph({
  line,
  isIndented,
  goesOn,
  paragraphStart,
  lineBefore,
  lineBehind,
}: LineInContext): boolean {
  if (readMark(line, 0) || startsNote(line) || isPointedHeading(line) || isPointedHeading(paragraphStart)) return false
  if (namesNextLine(line, lineBehind) || isTotalLine(line)) return false
  if (goesOn) return true
  if (isBareHeading(paragraphStart)) return false
  if (/[。；;！!]$/.test(lineBefore) && (speaksOfAll(line) || startsAttachment(line))) return false
  if (/[，、,]$/.test(lineBefore) || readMark(paragraphStart, 0) || startsNote(paragraphStart)) return true
  return !isIndented && lineBefore.length >= SHORTEST_WRAPPED && !/[。；！？;!?：:]$/.test(lineBefore)
}

/** 工作纪律 in front of a line that counts from 1 again names what follows. */
export function namesNextLine(line: string, next: string): boolean {
  if (line.length < 2 || line.length > 12 || /[\d０-９。；;，,、！!？?：:（(]/.test(line) || hasPrice(line))
    return false
  return !readMark(line, 0) && !startsAttachment(line) && readMark(next, 0)?.value === 1
}

/** Lines that the width of a page has broken are put together as they were; others keep their end. */
export function isBrokenByWidth(lineBefore: string): boolean {
  return lineBefore.length >= SHORTEST_WRAPPED || /[，、,]$/.test(lineBefore)
}

export function startsNote(text: string): boolean {
  return /^[（(]?(?:注|说明|备注)\s*\d{0,2}\s*[：:]/.test(text)
}

export function startsAttachment(text: string): boolean {
  return /^附\s{0,2}[：:]|^附[件表录]\s*[\d一二三四五六七八九十]{0,2}\s*(?:[：:.、]|$)/.test(text)
}

/** 合计 100分 */
function isTotalLine(line: string): boolean {
  return line.length < 40 && /^(?:合\s{0,4}计|总\s{0,4}计|总分|小计)/.test(line) && totalStatedIn(line) !== null
}

/** A line as long as this may have been broken by the width of the page. */
const SHORTEST_WRAPPED = 18

/** 一、服务事项（5分） is complete; what follows on the next line is not part of it. */
function isPointedHeading(text: string): boolean {
  return text.includes('分') && isHeadingLike(text) && pointsOfHeading(text) !== null
}

function isBareHeading(text: string): boolean {
  const kind = readMark(text, 0)?.kind ?? 'han'
  const longest = kind === 'han' || kind === 'chapter' ? 40 : SHORTEST_WRAPPED
  return text.length < longest && !/[。；;，,]/.test(text) && !hasFigure(text)
}
