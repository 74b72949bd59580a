import { slice, trim, type TracedText } from './traced-text.ts'
import { readMark, type MarkKind } from './numbering.ts'
import { hasFigure, hasPrice } from './price-words.ts'
import { pointsOfHeading } from './printed-points.ts'

export interface SectionHeading {
  readonly label: string
  readonly kind: MarkKind | null
  readonly title: string
  readonly points: string | null
  readonly heading: TracedText
}

/** Longer wordings are no names. */
const LONGEST = 100

/** 十、好差评 (投诉处置) has label 十, title 好差评 and no points; remarks in brackets stay in `heading` only. */
export function readSectionHeading(whole: TracedText): SectionHeading {
  const heading = trim(whole)
  const mark = readMark(heading.text, 0)
  const named = trim(slice(heading, mark?.end ?? 0))
  const printed = pointsOfHeading(named.text)
  const name = printed ? named.text.slice(0, printed.from) || named.text.slice(printed.to) : named.text
  return {
    label: mark?.label ?? '',
    kind: mark?.kind ?? null,
    title: withoutRemark(name.slice(0, LONGEST).replace(/(?<=[^!-~])\s+|\s+(?=[^!-~])/g, '')),
    points: printed?.points ?? null,
    heading,
  }
}

/** A short wording without a price, complete in itself: the name of a part rather than a rule. */
export function isHeadingLike(text: string): boolean {
  if (text.length > LONGEST) return false
  const mark = readMark(text, 0)
  const named = text.slice(mark?.end ?? 0).trim()
  if (/^(?:总分|合计|总计|满分|共计|小计)/.test(named)) return false
  const printed = pointsOfHeading(named)
  if (printed && !/^[\s。；;，,：:]*(?:[（(][^（()）]*[)）])?[\s。：:]*$/.test(named.slice(printed.to))) return false
  if (printed && !isBracketed(named, printed.from) && /[扣减加罚奖得]/.test(named)) return false
  const name = printed ? named.slice(0, printed.from) + named.slice(printed.to) : named
  if (name.length > 12 ? hasPrice(name) : hasFigure(name) && !/(?:事项|项目|情形|标准|办法|条款|规定)$/.test(name))
    return false
  if (name.length > (printed ? 60 : 30) || (!mark && /[，,]/.test(name))) return false
  return !/[。；;！!？?]./.test(name) && (printed !== null || !/[。；;]$/.test(name))
}

function isBracketed(text: string, at: number): boolean {
  return /[（(【[]/.test(text.charAt(at))
}

function withoutRemark(name: string): string {
  const trimmed = name.replace(/[\s：:，,。；;、—-]+$/, '')
  const opened = /^(.{2,}?)[（(【[][^（(）)]*[)）】\]]?$/.exec(trimmed)
  return (opened?.[1] ?? trimmed).trim()
}
