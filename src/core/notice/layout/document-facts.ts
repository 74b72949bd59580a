import { readMark } from './numbering.ts'
import { pointsOfHeading } from './printed-points.ts'
import { isHeadingLike } from './section-heading.ts'
import { baseStatedIn, totalStatedIn } from './totals.ts'
import type { TracedText } from './traced-text.ts'

/** What the passages around the sections say of the notice as a whole. */
export interface DocumentFacts {
  readonly title: string
  readonly noticeNumber: string | null
  readonly year: number | null
  readonly statedTotal: string | null
}

/** The title and the number are looked for before `sectionsStart` only. */
export function readFacts(passages: readonly TracedText[], sectionsStart: number): DocumentFacts {
  const preamble = passages.filter(({ start }) => start < sectionsStart).map(({ text }) => text)
  const noticeNumber = numberIn(preamble)
  const line = titleLineIn(preamble)
  const printed = pointsOfHeading(line)
  const title = printed ? line.slice(0, printed.from) + line.slice(printed.to) : line
  const general = passages.map(({ text }) => text).filter((text) => !isPartName(text))
  const total = firstOf(general, totalStatedIn) ?? firstOf(general, baseStatedIn)
  return {
    title,
    noticeNumber,
    year: yearIn(title, noticeNumber, preamble),
    statedTotal: total ?? printed?.points ?? null,
  }
}

const NUMBER =
  /[\u4E00-\u9FFF]{1,20}\s{0,3}[〔[［【（(﹝]\s?((?:19|20)\d{2})\s?[〕\]］】）)﹞]\s{0,3}第?\s{0,2}\d{1,5}\s{0,2}号/

/** 一、共性指标（满分60分） above sections is a part, and its points are not the total. */
function isPartName(text: string): boolean {
  return readMark(text, 0) !== null && isHeadingLike(text)
}

function firstOf(texts: readonly string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = read(text)
    if (found !== null) return found
  }
  return null
}

/** A number in a line of its own, or at the start of one: a number within a sentence is a citation. */
function numberIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const line = text.length > 80 ? '' : text
    const match = NUMBER.exec(line)
    if (match && match.index === 0) return match[0].replace(/\s+/g, '')
  }
  return null
}

const KINDS =
  '细则|办法|标准|评分表|考核表|考评表|评价表|评分标准|方案|指标体系|指标|规定|制度|计分表|明细表|量化表|考核内容'
const NAME = new RegExp(`^.{2,80}?(?:${KINDS})(?:[（(][^（()）]{0,20}[)）])?$`, 's')

/** The name of the rules (…考核评分细则) rather than of the letter that issues them (关于印发…的通知). */
function titleLineIn(texts: readonly string[]): string {
  const lines = texts
    .map((text) => text.replace(/^附[件表]\s*\d*\s*[：:]?\s*/, '').trim())
    .filter((line) => line !== '')
  const short = lines.filter((line) => line.length <= 80 && !/[。；]$/.test(line))
  const named = short.findLast(
    (line) =>
      NAME.test(line) && !readMark(line, 0) && !/^[（(《]|^附?表\s?[\d一二三四五六七八九十]|通知$|[，。；]/.test(line),
  )
  const issued = short.find((line) => line.endsWith('通知'))
  const title = named ?? issued ?? short.find((line) => !NUMBER.test(line) && !readMark(line, 0)) ?? ''
  return title.replace(/(?<=[^!-~])\s+|\s+(?=[^!-~])/g, '')
}

function yearIn(title: string, noticeNumber: string | null, preamble: readonly string[]): number | null {
  const inTitle = /((?:19|20)\d{2})\s?年/.exec(title)?.[1]
  const inNumber = noticeNumber === null ? undefined : /(?:19|20)\d{2}/.exec(noticeNumber)?.[0]
  const found =
    inTitle ?? preamble.map((text) => /((?:19|20)\d{2})\s?年(?:度|考|工)?/.exec(text)?.[1]).find(Boolean) ?? inNumber
  return found === undefined ? null : Number(found)
}
