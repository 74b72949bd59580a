import { detectionFault, type DetectionFault } from './detection-refusals.ts'
import type { SqlToken } from './sql-tokens.ts'

/**
 * Words, signs and functions that mean the same in DuckDB and in ClickHouse 18.16. The older one knows no CTE, window, FILTER,
 * EXISTS or INTERVAL; a LEFT JOIN fills what is missing with NULL in one and with 0 in the other; LIMIT without an order
 * answers as it likes; `concat` passes over NULL in one and not in the other, where `||` is NULL in both.
 */
export function wordFaults(tokens: readonly SqlToken[], firstLine: number): DetectionFault[] {
  return tokens.flatMap((token, place): DetectionFault[] => {
    const before = tokens[place - 1]
    const after = tokens[place + 1]
    const line = firstLine - 1 + token.line
    const { kind, text } = token
    if (kind === 'unclosed') return [detectionFault(line, 'sql-unclosed', text.startsWith("'") ? '引号' : '注释')]
    if (kind === 'text') return text.includes('\\') ? [detectionFault(line, 'sign-refused', '\\')] : []
    if (kind === 'word') {
      const word = text.toUpperCase()
      if (REFUSED.has(word)) return [detectionFault(line, 'word-refused', word)]
      if (after?.text !== '(' || OPENING.has(word) || FUNCTIONS.includes(word)) return []
      return [detectionFault(line, 'function-refused', text, FUNCTIONS.join('、'))]
    }
    if (kind !== 'sign') return []
    if (!SIGNS.has(text)) return [detectionFault(line, 'sign-refused', text)]
    const isBare = text === '*' && STAR_AFTER.has(before?.text.toUpperCase() ?? '')
    return isBare ? [detectionFault(line, 'star-refused')] : []
  })
}

const REFUSED = new Set(
  `WITH RECURSIVE OVER FILTER QUALIFY WINDOW PARTITION LATERAL USING INTERVAL ILIKE SIMILAR GLOB EXCEPT INTERSECT EXISTS ANY SOME
   LEFT RIGHT FULL OUTER NATURAL ASOF SEMI ANTI POSITIONAL LIMIT OFFSET FETCH TOP SAMPLE TABLESAMPLE PIVOT UNPIVOT EXCLUDE REPLACE
   GROUPING ROLLUP CUBE ARRAY PREWHERE FINAL GLOBAL SETTINGS FORMAT INTO`.split(/\s+/u),
)

/** Words that an opening parenthesis may follow without making them functions. */
const OPENING = new Set(
  'IN AND OR NOT FROM JOIN WHERE HAVING BY WHEN THEN ELSE SELECT DISTINCT ALL BETWEEN AS'.split(' '),
)

const FUNCTIONS: readonly string[] = 'COUNT SUM MIN MAX CAST COALESCE SUBSTRING'.split(' ')

const SIGNS = new Set('( ) , . = < > <= >= <> != + - * / % ||'.split(' '))

const STAR_AFTER = new Set(['SELECT', 'DISTINCT', ',', '.'])
