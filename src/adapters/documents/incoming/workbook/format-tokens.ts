/** A number format taken apart: what it shows as it is, and what it puts in place of the number. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  /** `#,##0.00` */
  | { readonly kind: 'digits'; readonly pattern: string }
  | { readonly kind: 'percent' }
  /** `yyyy`, `m`, `ss`, `AM/PM`; `[h]` where hours go on behind 24. */
  | { readonly kind: 'clock'; readonly letters: string; readonly isElapsed: boolean }
  | { readonly kind: 'general' }
  /** What is not shown as the format asks: exponents, fractions, numbers in Chinese. */
  | { readonly kind: 'beyond' }

/** The sections of a format, one for positive numbers, negative ones, zero and text, as many as there are. */
export function formatSections(code: string): readonly (readonly FormatToken[])[] {
  const sections: FormatToken[][] = [[]]
  for (const { 0: text } of code.matchAll(TOKEN)) {
    if (text === ';') sections.push([])
    else {
      const token = tokenOf(text)
      if (token !== null) sections.at(-1)?.push(token)
    }
  }
  return sections
}

const TOKEN =
  /"[^"]*"?|\\.|[_*].|\[[^\]]*\]|General|AM\/PM|A\/P|上午\/下午|[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+|E[+-]0*|%|;|y+|m+|d+|h+|s+|a{3,4}|e+|[\s\S]/giu

function tokenOf(text: string): FormatToken | null {
  const first = text.charAt(0)
  if (first === '"') return { kind: 'literal', text: text.replaceAll('"', '') }
  if (first === '\\') return { kind: 'literal', text: text.slice(1) }
  // A gap as wide as a sign, and what fills a column.
  if ((first === '_' || first === '*') && text.length > 1) return null
  if (first === '[') return bracketed(text)
  if (/^general$/iu.test(text)) return { kind: 'general' }
  if (/^(?:[0#?]|\.[0#?])/u.test(text)) return { kind: 'digits', pattern: text }
  if (/^E[+-]/u.test(text)) return { kind: 'beyond' }
  if (text === '%') return { kind: 'percent' }
  if (/^(?:y|m|d|h|s|e|a)/iu.test(text) || text === '上午/下午')
    return { kind: 'clock', letters: text.toLowerCase(), isElapsed: false }
  return text === '@' ? { kind: 'general' } : { kind: 'literal', text }
}

/** `[Red]`, `[>=100]`, `[$-804]` show nothing; `[$¥-804]` shows its sign; `[h]` counts on. */
function bracketed(text: string): FormatToken | null {
  const within = text.slice(1, -1)
  if (/^(?:h+|m+|s+)$/iu.test(within)) return { kind: 'clock', letters: within.toLowerCase(), isElapsed: true }
  const sign = /^\$([^-]+)/u.exec(within)?.[1]
  if (sign !== undefined) return { kind: 'literal', text: sign }
  return /^DBNum/iu.test(within) ? { kind: 'beyond' } : null
}
