/** A number as Word writes it in front of a paragraph, by the name of its format (ECMA-376 17.18.59). */
export function numberWords(value: number, format: string): string {
  const symbol = SYMBOLS[format]?.charAt(value - 1) ?? ''
  if (symbol !== '') return symbol
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'chineseCounting':
      return value < 100 ? counted(value, HAN) : digits(value, '○一二三四五六七八九')
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counted(value, HAN)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return digits(value, '〇一二三四五六七八九')
    case 'chineseLegalSimplified':
      return counted(value, { digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', isTenBare: false })
    case 'ideographLegalTraditional':
      return counted(value, { digits: '零壹貳參肆伍陸柒捌玖', units: '拾佰仟', isTenBare: false })
    case 'ordinal':
      return `${value}${ordinalEnding(value)}`
    default:
      return String(value)
  }
}

/** Formats that have a sign of their own for each number; behind the last they count in digits. */
const SYMBOLS: Readonly<Record<string, string>> = {
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
}

interface Numerals {
  readonly digits: string
  /** Of ten, a hundred, a thousand. */
  readonly units: string
  /** 十二 instead of 一十二. */
  readonly isTenBare: boolean
}

const HAN: Numerals = { digits: '零一二三四五六七八九', units: '十百千', isTenBare: true }

/** 一百零二 */
function counted(value: number, { digits: figures, units, isTenBare }: Numerals): string {
  if (value === 0) return figures.charAt(0)
  if (value > 9999) return String(value)
  let words = ''
  let isGap = false
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) isGap = words !== ''
    else {
      const isBare = isTenBare && power === 1 && digit === 1 && words === ''
      words += `${isGap ? figures.charAt(0) : ''}${isBare ? '' : figures.charAt(digit)}${units.charAt(power - 1)}`
      isGap = false
    }
  }
  return words
}

/** 一〇二 */
function digits(value: number, figures: string): string {
  return String(value).replaceAll(/\d/gu, (digit) => figures.charAt(Number(digit)))
}

/** A … Z, AA, BB, as Word counts on. */
function letters(value: number): string {
  if (value < 1) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(20, Math.ceil(value / 26)))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  if (value < 1 || value > 9999) return String(value)
  let rest = value
  return ROMAN.map(([worth, sign]) => {
    const count = Math.floor(rest / worth)
    rest -= count * worth
    return sign.repeat(count)
  }).join('')
}

function ordinalEnding(value: number): string {
  const last = value % 100 > 10 && value % 100 < 14 ? 0 : value % 10
  return ['th', 'st', 'nd', 'rd'][last] ?? 'th'
}
