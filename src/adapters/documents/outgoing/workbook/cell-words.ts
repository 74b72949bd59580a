/** What one cell of Excel holds. */
const MOST_SIGNS = 32_767

const UNFIT = /\p{Surrogate}|\r|[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/u

/**
 * A text as a cell may hold it: no half signs, no sign that XML forbids, and where it is too long, so much of it as there is room for and words that say so.
 */
export function cellWords(text: string): string {
  if (text.length <= MOST_SIGNS && !UNFIT.test(text)) return text
  const clean = text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
  if (clean.length <= MOST_SIGNS) return clean
  const words = `……（全文${clean.length}字，一格放不下，余下部分见本文件的 Word 或 PDF 格式）`
  return `${clean.slice(0, MOST_SIGNS - words.length).replace(/[\uD800-\uDBFF]$/u, '')}${words}`
}
