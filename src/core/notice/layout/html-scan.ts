import { decodeEntity } from './html-entities.ts'

/** A piece of the source, in order and without gaps except for what is never shown: comments, scripts, styles. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'entity'; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'tag'
      readonly name: string
      readonly closing: boolean
      readonly start: number
      readonly end: number
    }

/**
 * Reads any text as HTML without ever refusing: what is no tag of HTML stays text (评价率<70%). Every search that
 * finds nothing is remembered, so the time is linear whatever the text holds.
 */
export function scanHtml(source: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  const missing = new Set<string>()
  let textStart = 0
  let at = 0

  const leap = (end: number, token: HtmlToken | null) => {
    if (textStart < at) tokens.push({ kind: 'text', start: textStart, end: at })
    if (token) tokens.push(token)
    at = end
    textStart = end
  }

  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === AMPERSAND) {
      const entity = entityAt(source, at)
      if (entity) leap(entity.end, entity)
      else at += 1
    } else if (code === LESS_THAN) {
      const hidden = endOfHidden(source, at, missing)
      const tag = hidden === null ? tagAt(source, at) : null
      if (hidden !== null) leap(hidden, null)
      else if (!tag) at += 1
      else if (!tag.closing && NEVER_SHOWN.has(tag.name))
        leap(endOfElement(source, tag.name, tag.end, missing) ?? tag.end, null)
      else leap(tag.end, tag)
    } else at += 1
  }
  leap(source.length, null)
  return tokens
}

/** The number of rows or columns that a cell's tag covers: 1 where it says nothing sensible. */
export function spanOf(source: string, tag: { readonly start: number; readonly end: number }, name: string): number {
  const written = new RegExp(`\\s${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(source.slice(tag.start, tag.end))
  return Math.max(1, Number(written?.[1] ?? 1))
}

const AMPERSAND = 0x26
const LESS_THAN = 0x3c

function entityAt(source: string, at: number): Extract<HtmlToken, { kind: 'entity' }> | null {
  const match = /^&([#a-z0-9]{2,9});/i.exec(source.slice(at, at + 12))
  const text = decodeEntity(match?.[1] ?? '')
  return match && text !== null ? { kind: 'entity', text, start: at, end: at + match[0].length } : null
}

/** Comments, doctypes, `<![if …]>` and `<?xml …?>`. One that never ends hides nothing but its opening. */
function endOfHidden(source: string, at: number, missing: Set<string>): number | null {
  const next = source[at + 1]
  if (next !== '!' && next !== '?') return null
  const closing = source.startsWith('<!--', at) ? '-->' : '>'
  if (closing === '>' && next === '!' && !/[a-z[]/i.test(source[at + 2] ?? '')) return null
  const end = missing.has(closing) ? -1 : source.indexOf(closing, at + 2)
  if (end !== -1) return end + closing.length
  missing.add(closing)
  return closing === '-->' ? at + 4 : null
}

function tagAt(source: string, at: number): Extract<HtmlToken, { kind: 'tag' }> | null {
  const match = /^<(\/?)([a-z][a-z0-9:]{0,20})(?=[\s/>])/i.exec(source.slice(at, at + 24))
  const name = match?.[2]?.toLowerCase()
  if (!match || !name || !(TAGS.has(name) || name.includes(':'))) return null
  for (let end = at + match[0].length; end < source.length; end += 1) {
    if (source[end] === '<') return null
    if (source[end] === '>') return { kind: 'tag', name, closing: match[1] === '/', start: at, end: end + 1 }
  }
  return null
}

function endOfElement(source: string, name: string, from: number, missing: Set<string>): number | null {
  if (missing.has(name)) return null
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  if (closing.exec(source)) return closing.lastIndex
  missing.add(name)
  return null
}

const NEVER_SHOWN: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template', 'xml'])

const TAGS: ReadonlySet<string> = new Set(
  (
    'html head body meta link base title style script noscript template xml table thead tbody tfoot tr td th caption ' +
    'colgroup col p br hr div span font b strong i em u s del ins sub sup small big center section article header ' +
    'footer main nav aside figure figcaption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 a img pre code blockquote form ' +
    'input label button select option textarea fieldset legend address mark abbr cite q strike tt kbd wbr iframe'
  ).split(' '),
)
