import { compact, type Grid, type GridRow } from './table-grid.ts'
import { hasPrice } from './price-words.ts'
import { pointsOfCell } from './printed-points.ts'
import { namedRoles, type NamedRole } from './column-names.ts'

/** Which column holds what. Names of columns are a hint: 考核内容 names the section in one notice, the rule in another. */
export interface ColumnRoles {
  readonly ordinal: number | null
  /** The group that the rows belong to. */
  readonly section: number | null
  /** What is asked, nearest to the price first. */
  readonly requirements: readonly number[]
  readonly points: readonly number[]
  /** Where the rules stand; two where losses and gains have a column each. */
  readonly rules: readonly number[]
}

interface Column {
  readonly at: number
  readonly named: NamedRole | null
  readonly filled: number
  readonly priced: number
  readonly numeric: number
  readonly ordinals: number
  readonly sentences: number
  readonly length: number
  readonly headings: number
}

const SAMPLE = 300

export function columnRoles(grid: Grid, header: readonly GridRow[], body: readonly GridRow[]): ColumnRoles {
  const sample = body.slice(0, SAMPLE)
  const columns = Array.from({ length: grid.width }, (_, at) => profile(at, header, sample))
  const content = columns.filter(
    ({ filled, named, priced }) => filled > 0 && named !== 'ordinal' && (named !== 'score' || priced * 2 >= filled),
  )
  const points = content.filter(isPoints).map(({ at }) => at)
  const texts = content.filter(({ at }) => !points.includes(at))
  const rules = ruleColumns(texts)
  const first = rules[0] ?? 0
  const ordinal = columns.find(
    ({ at, named, filled, ordinals }) =>
      named === 'ordinal' || (named === null && at < first && filled > 0 && ordinals >= filled * 0.8),
  )
  const rest = texts.filter(
    ({ at, named }) => !rules.includes(at) && at !== ordinal?.at && named !== 'method' && !points.includes(at),
  )
  const left = rest.filter(({ at }) => at < first)
  const section = left.find(isGroup) ?? null
  const requirements = [
    ...left.filter((column) => column !== section).reverse(),
    ...rest.filter(({ at, named }) => at > first && named === 'requirement'),
  ]
  return {
    ordinal: ordinal?.at ?? null,
    section: section?.at ?? null,
    requirements: requirements.map(({ at }) => at),
    points,
    rules,
  }
}

function profile(at: number, header: readonly GridRow[], rows: readonly GridRow[]): Column {
  const named = namedRoles(header.map((row) => row[at]?.text.text ?? ''))
  const texts = [...new Set(rows.map((row) => row[at]).filter((cell) => cell && cell.text.text !== ''))].map(
    (cell) => cell!.text.text,
  )
  const count = (test: (text: string) => boolean) => texts.filter(test).length
  return {
    at,
    named,
    filled: texts.length,
    priced: count(hasPrice),
    numeric: count((text) => pointsOfCell(text) !== null && text.length < 24),
    ordinals: count((text) => /^[\d０-９]{1,3}[、.．]?$|^[(（]?[一二三四五六七八九十]{1,3}[)）]?$/.test(compact(text))),
    sentences: count((text) => /[。；;，,]/.test(text)),
    length: texts.reduce((sum, text) => sum + compact(text).length, 0) / Math.max(1, texts.length),
    headings: count((text) => /[（(][\d０-９.+分]+分[)）]/.test(compact(text))),
  }
}

function isPoints({ named, numeric, priced, filled, ordinals, at }: Column): boolean {
  // 分值 above 每次加3分 is a column of rules.
  if (named === 'points') return priced * 2 < filled || numeric * 2 >= filled
  return named === null && at > 0 && filled >= 2 && numeric >= filled * 0.8 && ordinals <= filled
}

function ruleColumns(columns: readonly Column[]): number[] {
  const weight = ({ named, priced, filled }: Column) =>
    priced + (named === 'rule' ? filled * 0.6 : 0) - (named === 'method' ? filled * 0.5 : 0)
  const best = columns.reduce<Column | null>(
    (top, column) => (top && weight(top) >= weight(column) ? top : column),
    null,
  )
  if (!best) return []
  if (weight(best) <= 0) {
    const asked = columns.filter(({ named }) => named === 'requirement')
    const longest = (asked.length > 0 ? asked : columns).reduce((top, column) =>
      column.length > top.length ? column : top,
    )
    return [longest.at]
  }
  const alike = columns.filter(
    (column) =>
      column === best || (column.named === 'rule' && best.named === 'rule' && column.priced * 3 >= column.filled),
  )
  return alike.map(({ at }) => at)
}

/** Names rather than sentences: what groups rows. */
function isGroup({ named, length, sentences, filled, headings }: Column): boolean {
  if (headings * 2 >= filled) return true
  if (named === 'requirement') return false
  return length <= 24 && sentences * 3 <= filled
}
