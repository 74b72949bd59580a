import { detectionFault, type DetectionFault } from './detection-refusals.ts'
import type { SqlToken } from './sql-tokens.ts'

/** What one SELECT is made of, and where its form would not run everywhere. */
export interface SelectOutline {
  /** Everything named after FROM or JOIN, each once. */
  readonly tables: readonly string[]
  readonly parameters: readonly SqlToken[]
  /** The names of the columns that it answers. */
  readonly columns: readonly string[]
  readonly faults: readonly DetectionFault[]
}

/** One SELECT within its parentheses; `part` is the last of its words that began one. */
interface Scope {
  part: string
  joins: number
}

/** Follows the parentheses: one SELECT outside, one JOIN in each, joined by equal columns only. */
export function selectOutline(tokens: readonly SqlToken[], firstLine: number): SelectOutline {
  const faults: DetectionFault[] = []
  const tables = new Set<string>()
  const items: SqlToken[][] = [[]]
  const scopes: Scope[] = [{ part: '', joins: 0 }]
  const first = tokens[0]
  if (first?.text.toUpperCase() !== 'SELECT')
    faults.push(detectionFault(firstLine, 'sql-not-select', first?.text ?? ''))
  for (const [place, token] of tokens.entries()) {
    const line = firstLine - 1 + token.line
    const isOutside = scopes.length === 1
    const scope = scopes.at(-1)
    if (!scope) break
    const word = token.kind === 'word' ? token.text.toUpperCase() : ''
    if (word === 'UNION' && (isOutside || tokens[place + 1]?.text.toUpperCase() !== 'ALL'))
      faults.push(detectionFault(line, 'union-outside'))
    if (PARTS.has(word)) scope.part = word
    if (word === 'UNION') scope.joins = 0
    if (word === 'JOIN' && ++scope.joins > 1) faults.push(detectionFault(line, 'join-second'))
    const isTable = token.kind === 'word' && ['FROM', 'JOIN'].includes(tokens[place - 1]?.text.toUpperCase() ?? '')
    if (isTable) tables.add(token.text)
    if (scope.part === 'ON' && !isJoined(token)) faults.push(detectionFault(line, 'join-condition', token.text))
    if (token.text === ',' && scope.part === 'FROM') faults.push(detectionFault(line, 'join-comma'))
    if (isOutside && scope.part === 'SELECT' && word !== 'SELECT' && word !== 'DISTINCT') {
      if (token.text === ',') items.push([])
      else items.at(-1)?.push(token)
    }
    if (token.text === '(') scopes.push({ part: '', joins: 0 })
    if (token.text === ')') scopes.pop()
  }
  if (scopes.length !== 1) faults.push(detectionFault(firstLine, 'sql-unclosed', '括号'))
  return {
    tables: [...tables],
    parameters: tokens.filter(({ kind }) => kind === 'parameter'),
    columns: items.map((item) => item.findLast(({ kind }) => kind === 'word')?.text ?? ''),
    faults,
  }
}

const PARTS = new Set('SELECT FROM ON WHERE GROUP HAVING ORDER UNION'.split(' '))

/** `one.column = other.column AND …`, with the ON itself. */
function isJoined({ kind, text }: SqlToken): boolean {
  return kind === 'word' ? !NOT_JOINED.has(text.toUpperCase()) : ['.', '=', ')'].includes(text)
}

const NOT_JOINED = new Set('OR NOT IN IS NULL LIKE BETWEEN CASE'.split(' '))
