import { decimalOf, hundredths, parsePoints } from '../../kernel/points.ts'

/** Points that a wording prints for itself, and where: `（25分）`, `(23分+10分)`, `满分20分`, `共20分`, `记25分`. */
export interface PrintedPoints {
  readonly points: string
  readonly from: number
  readonly to: number
}

/** In a heading: in brackets, after 共, 满分, 记, 计, or simply at the end (服务纪律 20分). */
export function pointsOfHeading(text: string): PrintedPoints | null {
  return bracketed(text, false) ?? stated(text) ?? bare(text)
}

/** In a requirement: in brackets at its end or right behind its name, 满分2分, 记25分. */
export function pointsOfRequirement(text: string): PrintedPoints | null {
  return bracketed(text, true) ?? stated(text)
}

/** In a wording that holds the price too, where 计5分 is what is earned: only brackets and 满分2分 are its own points. */
export function pointsOfRule(text: string): PrintedPoints | null {
  const printed = bracketed(text, true) ?? stated(text)
  return printed && /[记计]\s*[\d０-９]/.test(text.slice(printed.from, printed.to)) ? null : printed
}

/** In a column of points: `5`, `5分`, `（5分）`, `+5`; null for `20%` and anything else. */
export function pointsOfCell(text: string): string | null {
  const written = narrow(text).replace(/\s+/g, '')
  const match = /^[（(]?\+?(\d{1,7}(?:\.\d+)?)分?[)）]?$/.exec(written)
  if (match) return decimal(match[1] ?? '')
  return /^[（(]?\d+(?:\.\d+)?分?(?:\+\d+(?:\.\d+)?分?)+[)）]?$/.test(written)
    ? sum(written)
    : (bracketed(text, false)?.points ?? null)
}

/** A decimal as printed, in ASCII; null where it is no amount of points. */
export function decimal(printed: string): string | null {
  const plain = narrow(printed).replace(/\s+/g, '')
  return parsePoints(plain) === null ? null : plain
}

const NUMBER = String.raw`[\d０-９]{1,7}(?:\s?[.．]\s?[\d０-９]{1,2})?`
const BRACKETED = new RegExp(
  String.raw`[（(【\[]\s{0,4}(?:本项|该项|小计|合计|满分|总分|标准分|分值|计|记|共计|共)?\s{0,2}[:：为]?\s{0,2}(${NUMBER}\s{0,2}分?(?:\s{0,2}[+＋]\s{0,2}${NUMBER}\s{0,2}分?){0,5})\s{0,4}[)）】\]]`,
  'g',
)
const STATED = new RegExp(
  String.raw`(?:[，,：:\s]\s{0,2})?(?:满分|共计|共|总分|标准分|基准分|分值|计|记)\s{0,2}[为:：]?\s{0,2}(${NUMBER})\s{0,2}分(?=[。；;，,：:、\s]|$)`,
)
const BARE = new RegExp(String.raw`(?<![扣减加得计记罚奖至到\s:：])[\s:：]{1,4}(${NUMBER})\s{0,2}分[。：:]?$`)

function bracketed(text: string, isRequirement: boolean): PrintedPoints | null {
  if (!text.includes('分') || !/[（(【[]/.test(text)) return null
  for (const match of text.matchAll(BRACKETED)) {
    const inner = match[1] ?? ''
    if (!inner.includes('分')) continue
    const to = match.index + match[0].length
    const isAtEnd = /^[\s。；;，,：:.]*$/.test(text.slice(to, to + 8)) && text.length - to < 8
    if (isRequirement && !isAtEnd && match.index > 24) continue
    const points = sum(inner)
    if (points !== null) return { points, from: match.index, to }
  }
  return null
}

function stated(text: string): PrintedPoints | null {
  const match = STATED.exec(text)
  const points = match ? decimal(match[1] ?? '') : null
  return match && points !== null ? { points, from: match.index, to: match.index + match[0].length } : null
}

function bare(text: string): PrintedPoints | null {
  const match = BARE.exec(text.slice(-24))
  const points = match ? decimal(match[1] ?? '') : null
  if (!match || points === null) return null
  const from = Math.max(0, text.length - 24) + match.index
  return { points, from, to: text.length }
}

function sum(written: string): string | null {
  const parts = narrow(written)
    .replace(/[\s分()（）]/g, '')
    .split('+')
  if (parts.length === 1) return decimal(parts[0] ?? '')
  let total = 0
  for (const part of parts) {
    const points = parsePoints(part)
    if (points === null) return null
    total += points
  }
  return decimalOf(hundredths(total))
}

function narrow(text: string): string {
  return text.replace(/[０-９．＋]/g, (wide) => wide.normalize('NFKC'))
}
