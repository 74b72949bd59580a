/**
 * One text for one value, so that equal values have equal digests on every machine: keys sorted by UTF-16 units, no
 * white space, numbers whole. Fields that are undefined are left out. Throws on what JSON or exactness cannot carry
 * (fractions, unsafe integers, lone surrogates, maps, functions): that is a bug of the caller, never input.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return whole(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isPlain(value)) return record(value)
  throw new Error(`not canonical: ${Object.prototype.toString.call(value)}`)
}

/** A Map or a Date has no fields of its own: it would be an empty record. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]'
}

function record(value: Readonly<Record<string, unknown>>): string {
  const fields: string[] = []
  for (const key of Object.keys(value).sort()) {
    const held = value[key]
    if (held !== undefined) fields.push(`${quoted(key)}:${canonicalJson(held)}`)
  }
  return `{${fields.join(',')}}`
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new Error(`not canonical: the number ${value}`)
  return String(value)
}

/** A lone surrogate has no UTF-8 form: two different texts would share one digest. JSON escapes it, so most texts need no search. */
function quoted(text: string): string {
  const json = JSON.stringify(text)
  if (json.includes('\\ud') && /\p{Cs}/u.test(text)) throw new Error('not canonical: text with half a surrogate pair')
  return json
}
