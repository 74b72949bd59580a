/** One piece of SQL. `start` and `end` are offsets, `line` counts from 1; comments and blanks are no tokens. */
export interface SqlToken {
  readonly kind: 'word' | 'number' | 'text' | 'parameter' | 'sign' | 'unclosed'
  /** As written; of a parameter the name without its colon. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly line: number
}

/** Cuts SQL into tokens; a quote or comment that never ends is one token `unclosed`. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = []
  let line = 1
  for (const match of sql.matchAll(TOKEN)) {
    const [text] = match
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined)
    const start = match.index
    const shown = kind === 'parameter' ? text.slice(1) : text
    if (kind) tokens.push({ kind, text: shown, start, end: start + text.length, line })
    line += text.split('\n').length - 1
  }
  return tokens
}

const KINDS = ['unclosed', 'text', 'parameter', 'number', 'word', 'sign'] as const

/** Whatever is no comment, blank, text, number, word or parameter is a sign, so that nothing is passed over. */
const TOKEN = new RegExp(
  [
    String.raw`\s+|--[^\n]*|/\*[\s\S]*?\*/`,
    String.raw`(?<text>'(?:[^']|'')*')`,
    String.raw`(?<unclosed>'[\s\S]*|/\*[\s\S]*)`,
    String.raw`(?<parameter>:[A-Za-z_]\w*)`,
    String.raw`(?<number>\d[\w.]*)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<sign>::|//|<=|>=|<>|!=|\|\||[\s\S])`,
  ].join('|'),
  'gu',
)
