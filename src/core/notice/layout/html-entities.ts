/** What an entity shows, `null` where it is none: `&nbsp;`, `&#8220;`, `&#x201C;`. `body` stands between `&` and `;`. */
export function decodeEntity(body: string): string | null {
  if (body.startsWith('#')) {
    const hex = body[1] === 'x' || body[1] === 'X'
    const digits = body.slice(hex ? 2 : 1)
    if (!(hex ? /^[0-9a-f]{1,6}$/i : /^\d{1,7}$/).test(digits)) return null
    const point = Number.parseInt(digits, hex ? 16 : 10)
    const isScalar = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    return isScalar ? String.fromCodePoint(point) : '\uFFFD'
  }
  return NAMED.get(body) ?? null
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', '\u00A0'],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['minus', '−'],
  ['hellip', '…'],
  ['middot', '·'],
  ['bull', '•'],
  ['times', '×'],
  ['divide', '÷'],
  ['plusmn', '±'],
  ['deg', '°'],
  ['permil', '‰'],
  ['ge', '≥'],
  ['le', '≤'],
  ['ne', '≠'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lang', '⟨'],
  ['rang', '⟩'],
  ['copy', '©'],
  ['reg', '®'],
  ['sect', '§'],
  ['radic', '√'],
])
