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

/** 表1 基础分考核表（100分） names a table or a document: its points are the total of what stands below. */
export function isCaption({ kind, title }: SectionHeading): boolean {
  return kind === null && /^附?表\s?[\d一二三四五六七八九十]|(?:表|细则|办法|标准)$/.test(title)
}

/** A short wording without a price, complete in itself: the name of a part rather than a rule. */
export function isHeadingLike(text: string): boolean {
  if (text.length > LONGEST) return false
  const mark = readMark(text, 0)
  const named = text.slice(mark?.end ?? 0).trim()
  if (/^(?:总\s{0,4}[分计]|合\s{0,4}计|满分|共计|小\s{0,4}计)/.test(named)) return false
  const printed = pointsOfHeading(named)
  if (printed && !/^[\s。；;，,：:]*(?:[（(][^（()）]*[)）])?[\s。：:]*$/.test(named.slice(printed.to))) return false
  if (printed && !isBracketed(named, printed.from) && /[扣减加罚奖得]/.test(named)) return false
  if (isSentence(named, mark !== null)) return false
  const name = printed ? named.slice(0, printed.from) + named.slice(printed.to) : named
  if (name.length > 12 ? hasPrice(name) : hasFigure(name) && !/(?:事项|项目|情形|标准|办法|条款|规定)$/.test(name))
    return false
  if (name.length > (printed ? 60 : 30) || (!mark && /[，,]/.test(name))) return false
  return !/[。；;！!？?]./.test(name) && (printed !== null || !/[。；;]$/.test(name))
}

/** 依据《保洁办法》制定，满分100分。 and 水面有漂浮物的： say something. */
function isSentence(named: string, isNumbered: boolean): boolean {
  return /的[：:]$/.test(named) || (!isNumbered && named.length > 20 && /[，,].*[。；;]$/.test(named))
}

function isBracketed(text: string, at: number): boolean {
  return /[（(【[]/.test(text.charAt(at))
}

function withoutRemark(name: string): string {
  const trimmed = name.replace(/[\s：:，,。；;、—-]+$/, '')
  const opened = /^(.{2,}?)[（(【[][^（(）)]*[)）】\]]?$/.exec(trimmed)
  return (opened?.[1] ?? trimmed).trim()
}
