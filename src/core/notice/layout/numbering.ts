/** The number in front of a heading or a sentence. Marks of one kind stand on one level. */
export interface NumberMark {
  readonly kind: MarkKind
  readonly value: number
  /** As printed, without what parts it from the text: `1`, `（一）`, `①`, `1.1.1`, `第一条`. */
  readonly label: string
  /** Where the text behind it begins. */
  readonly end: number
}

export type MarkKind =
  | 'chapter'
  | 'article'
  | 'han'
  | 'han-paren'
  | 'arabic'
  | 'arabic-paren'
  | 'circled'
  | 'letter'
  | 'roman'
  | 'coded'
  | 'decimal-2'
  | 'decimal-3'
  | 'decimal-4'

/** The mark that begins at `at`, or null. Decimals (0.5分), dates (2021年3月1日) and enumerations (1、2号) are none. */
export function readMark(text: string, at: number): NumberMark | null {
  const code = text.charCodeAt(at)
  if (!OPENS.test(text.charAt(at))) return null
  const isLineStart = at === 0 || text[at - 1] === '\n'
  const forms = !isDigit(code) ? OTHER_FORMS : isLineStart ? LINE_FORMS : DIGIT_FORMS
  const head = text.slice(at, at + 24)
  for (const { kind, pattern } of forms) {
    const match = pattern.exec(head)
    if (!match) continue
    const label = match[1] ?? ''
    const value = valueOf(match[2] ?? label)
    if (value === null) continue
    const depth = label.split(/[.．]/).length
    return { kind: kind ?? (`decimal-${Math.min(depth, 4)}` as MarkKind), value, label, end: at + match[0].length }
  }
  return null
}

/** The whole number that a Chinese numeral up to 九十九, a circled digit, a letter or a Roman numeral stands for. */
export function valueOf(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written)
  const plain = written.normalize('NFKC').replace(/[()\s]|[.]$/g, '')
  const last = /(\d+)$/.exec(plain)
  if (last) return Number(last[1])
  if (/^[A-Za-z]$/.test(plain)) return plain.toLowerCase().charCodeAt(0) - 96
  const roman = ROMAN.indexOf(plain.toUpperCase())
  if (roman > 0) return roman
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(plain)
  if (!match || plain === '') return null
  if (!match[2]) return match[3] ? null : HAN.indexOf(match[1] ?? '')
  return (match[1] ? HAN.indexOf(match[1]) : 1) * 10 + (match[3] ? HAN.indexOf(match[3]) : 0)
}

interface MarkForm {
  /** Null for decimals, whose level is their depth. */
  readonly kind: MarkKind | null
  /** Group 1 is the label; group 2 the numeral where it differs. */
  readonly pattern: RegExp
}

const DIGIT_FORMS: readonly MarkForm[] = [
  {
    kind: null,
    pattern:
      /^([1-9１-９][0-9０-９]?(?:[.．][1-9１-９][0-9０-９]?){1,3})(?![0-9０-９])(?![.．]\d)(?:[、.．]\s*|\s+|(?=[\u4E00-\u9FFF“《"]))(?!\s*(?:[分倍元%％个天日年月次件小百万米吨平公]|$))/,
  },
  { kind: 'arabic', pattern: /^([0-9０-９]{1,3})(?:、|[.．](?![0-9０-９]))\s*(?!$)/ },
  { kind: 'arabic-paren', pattern: /^([0-9０-９]{1,3})[)）]、?\s*/ },
]

/** `1 服务规范`, at the start of a line only: 5 个工作日 stands elsewhere too. */
const LINE_FORMS: readonly MarkForm[] = [
  ...DIGIT_FORMS,
  {
    kind: 'arabic',
    pattern: /^([0-9０-９]{1,2})[ \u3000]+(?=[\u4E00-\u9FFF《“])(?![分个天日年月次件小百万米家名人户项])/,
  },
]

const OTHER_FORMS: readonly MarkForm[] = [
  { kind: 'chapter', pattern: /^(第([一二三四五六七八九十]{1,3}|\d{1,3})[章节部分编]{1,2})[、：:\s]*/ },
  { kind: 'article', pattern: /^(第([一二三四五六七八九十]{1,3}|\d{1,3})[条款项])[、：:\s]+/ },
  { kind: 'han', pattern: /^([一二三四五六七八九十]{1,3})\s?[、.．]\s*/ },
  { kind: 'han-paren', pattern: /^([(（]\s?([一二三四五六七八九十]{1,3})\s?[)）])[、.．]?\s*/ },
  { kind: 'han-paren', pattern: /^([㈠-㈩])[、.．]?\s*/ },
  { kind: 'arabic-paren', pattern: /^([(（]\s?([0-9０-９]{1,3})\s?[)）])[、.．]?\s*/ },
  { kind: 'arabic-paren', pattern: /^([⑴-⒇])[、.．]?\s*/ },
  { kind: 'arabic', pattern: /^([⒈-⒛])\s*/ },
  { kind: 'circled', pattern: /^([①-⑳])[、.．]?\s*/ },
  { kind: 'roman', pattern: /^([Ⅰ-Ⅻ])[、.．]\s*/ },
  { kind: 'coded', pattern: /^([A-Z]([1-9]\d?))[、.．\s]\s*(?=[\u4E00-\u9FFF“《])/ },
  { kind: 'letter', pattern: /^([A-Z])[、.．](?![A-Za-z0-9])\s*/ },
  { kind: 'letter', pattern: /^([(（]([A-Za-z])[)）])\s*/ },
]

const OPENS = /[\d０-９一二三四五六七八九十第(（①-⓿⑴-⒛㈠-㈩Ⅰ-ⅫA-Z]/
const HAN = '零一二三四五六七八九'
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}
