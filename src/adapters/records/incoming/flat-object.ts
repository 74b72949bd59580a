/** What a line of JSON holds: names and values as text, in their order, or why it is no record, and what was read before. */
export type FlatObject = { readonly names: readonly string[]; readonly values: readonly string[] } & (
  | { readonly ok: true; readonly end: number }
  | { readonly ok: false; readonly fault: ValueFault; readonly name: string }
  | { readonly ok: false; readonly fault: 'line-not-record'; readonly name: null }
)

type ValueFault = 'value-nested' | 'key-doubled' | 'text-broken'

/**
 * Reads one object from `start` on and says where it ends. Numbers keep the digits that they are written with, however many;
 * `null` is an empty text. JSON.parse would round the one, and take the last of two equal names in silence.
 */
export function flatObject(text: string, start: number): FlatObject {
  const names: string[] = []
  const values: string[] = []
  let at = skip(BLANKS, text, start)
  if (text[at] !== '{') return NOT_RECORD
  at = skip(BLANKS, text, at + 1)
  if (text[at] === '}') return { ok: true, names, values, end: at + 1 }
  for (;;) {
    const nameStart = at
    const nameEnd = stringEnd(text, nameStart)
    const name = stringOf(text, at, nameEnd)
    if (name === null) return NOT_RECORD
    at = skip(BLANKS, text, nameEnd)
    if (text[at] !== ':') return NOT_RECORD
    at = skip(BLANKS, text, at + 1)
    if (text[at] === '{' || text[at] === '[')
      return { ok: false, fault: 'value-nested', name, names: [...names, name], values }
    const isString = text[at] === '"'
    const valueEnd = isString ? stringEnd(text, at) : skip(PLAIN, text, at)
    const value = isString ? stringOf(text, at, valueEnd) : text.slice(at, valueEnd)
    if (value === null || valueEnd === at || names.length === MOST_NAMES) return NOT_RECORD
    if (names.includes(name)) return { ok: false, fault: 'key-doubled', name, names, values }
    // Only an escape can write them, and it is longer than what it stands for.
    const isEscaped = (isString && value.length < valueEnd - at - 2) || name.length < nameEnd - nameStart - 2
    if (isEscaped && BROKEN.test(name + value))
      return { ok: false, fault: 'text-broken', name, names: [...names, name], values }
    names.push(name)
    values.push(value === 'null' && !isString ? '' : value)
    at = skip(BLANKS, text, valueEnd)
    if (text[at] === '}') return { ok: true, names, values, end: at + 1 }
    if (text[at] !== ',') return NOT_RECORD
    at = skip(BLANKS, text, at + 1)
  }
}

/** Where nothing but blanks follow: what may stand behind the last object of a line. */
export function blanksEnd(text: string, start: number): number {
  return skip(BLANKS, text, start)
}

export const NOT_RECORD = { ok: false, fault: 'line-not-record', name: null, names: [], values: [] } as const
const BLANKS = /[ \t\n\r]*/uy
/** More columns than any table has. */
const MOST_NAMES = 1000
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.])/uy
/** NUL, and halves of characters: no text holds them. */
const BROKEN = /\0|\p{Surrogate}/u

/** Where what matches from `at` on ends; `at` where nothing does. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Behind the closing quote; `at` where no string begins or ends. */
function stringEnd(text: string, at: number): number {
  if (text[at] !== '"') return at
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slash = quote
    while (text[slash - 1] === '\\') slash -= 1
    if ((quote - slash) % 2 === 0) return quote + 1
  }
  return at
}

function stringOf(text: string, start: number, end: number): string | null {
  if (end <= start) return null
  const inner = text.slice(start + 1, end - 1)
  if (!/[\\\p{Cc}]/u.test(inner)) return inner
  try {
    return JSON.parse(`"${inner}"`) as string
  } catch {
    return null
  }
}
