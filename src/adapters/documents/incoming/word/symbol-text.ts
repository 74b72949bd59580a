import { attributeOf, type XmlAttributes } from '../../../office-package/xml-attributes.ts'

/** What a sign of a symbol font shows, in signs that every font has; nothing for a mere ornament. */
export function symbolText(attributes: XmlAttributes): string {
  const code = Number.parseInt(attributeOf(attributes, 'char') ?? '', 16)
  if (!(code > 0x1f && code <= 0xffff)) return ''
  if (code < PRIVATE_START || code > PRIVATE_END) return String.fromCharCode(code)
  const sign = code - PRIVATE_START
  const font = (attributeOf(attributes, 'font') ?? '').toLowerCase().replaceAll(' ', '')
  if (font === 'symbol')
    return SYMBOL[sign] ?? (IS_ASCII.test(String.fromCharCode(sign)) ? String.fromCharCode(sign) : '')
  if (font === 'wingdings2') return WINGDINGS_2[sign] ?? circled(sign, 0x6a, 0)
  return WINGDINGS[sign] ?? (circled(sign, 0x81, 0) || circled(sign, 0x8c, 0))
}

const PRIVATE_START = 0xf000
const PRIVATE_END = 0xf0ff
/** The signs that the Symbol font has where every font has them. */
const IS_ASCII = /[\d!#%&()+,./:;<=>?[\]_{|}]/u

const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: '−',
  0xa3: '≤',
  0xb3: '≥',
  0xb0: '°',
  0xb1: '±',
  0xb4: '×',
  0xb8: '÷',
  0xb9: '≠',
  0xb7: '•',
  0xa5: '∞',
  0xd6: '√',
}

const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '□',
  0x75: '◆',
  0xa7: '▪',
  0xa8: '□',
  0xd8: '•',
  0xfb: '×',
  0xfc: '√',
  0xfd: '☒',
  0xfe: '☑',
}

const WINGDINGS_2: Readonly<Record<number, string>> = { 0x50: '√', 0x52: '☑', 0x53: '☒', 0xa3: '□' }

function circled(sign: number, first: number, from: number): string {
  const at = sign - first - from
  return at >= 0 && at < 10 ? String.fromCharCode(0x2460 + at) : ''
}
