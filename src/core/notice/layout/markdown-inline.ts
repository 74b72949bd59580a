import { concat, slice, type TracedText } from './traced-text.ts'

/**
 * Takes out what Markdown writes within a line: `**bold**`, `` `code` ``, `~~gone~~`, `[text](address)` and backslashes
 * before punctuation. A single `*` stays: 整改率*15分 multiplies.
 */
export function stripInline(whole: TracedText): TracedText {
  const { text } = whole
  if (!/[*\\`~[]|__/.test(text)) return whole
  const hidden = [
    ...escapes(text),
    ...pairs(text, '**'),
    ...pairs(text, '__'),
    ...pairs(text, '~~'),
    ...pairs(text, '`'),
    ...links(text),
    ...around(text),
  ]
  if (hidden.length === 0) return whole
  hidden.sort((a, b) => a.from - b.from)
  const kept: TracedText[] = []
  let at = 0
  for (const { from, to } of hidden) {
    if (from > at) kept.push(slice(whole, at, from))
    at = Math.max(at, to)
  }
  if (at < text.length) kept.push(slice(whole, at))
  return kept.length > 0 ? concat(kept) : slice(whole, 0, 0)
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function escapes(text: string): Stretch[] {
  return Array.from(text.matchAll(/\\(?=[!-/:-@[-`{-~])/g), ({ index }) => ({ from: index, to: index + 1 }))
}

/** The marks of each pair on one line. A mark without a partner is shown. */
function pairs(text: string, mark: string): Stretch[] {
  const found: Stretch[] = []
  let open = -1
  let at = text.indexOf(mark)
  while (at !== -1) {
    const isEscaped = text[at - 1] === '\\'
    if (!isEscaped && open === -1) open = at
    else if (!isEscaped) {
      if (at > open + mark.length) {
        found.push({ from: open, to: open + mark.length }, { from: at, to: at + mark.length })
        open = -1
      } else open = at
    }
    at = text.indexOf(mark, at + mark.length)
  }
  return found
}

/** *注：扣完为止。* : a single mark at both ends and nowhere else. */
function around(text: string): Stretch[] {
  const last = text.length - 1
  const isMarked = last > 1 && text.startsWith('*') && text.indexOf('*', 1) === last
  return isMarked
    ? [
        { from: 0, to: 1 },
        { from: last, to: last + 1 },
      ]
    : []
}

function links(text: string): Stretch[] {
  return Array.from(text.matchAll(/!?\[([^[\]\n]*)\]\([!-'*-~]*\)/g), (match) => {
    const opening = match[0].indexOf('[') + 1
    const from = match.index + opening
    return [
      { from: match.index, to: from },
      { from: from + (match[1] ?? '').length, to: match.index + match[0].length },
    ]
  }).flat()
}
