import { REFUSED_NAMES } from './allowed-sql.ts'

/** One node of DuckDB's parse tree, as `json_serialize_sql` prints it. */
export type SqlNode = Readonly<Record<string, unknown>>

/** What goes along while a tree is walked. What is wrong is said, and the walk goes on. */
export interface Vetting {
  /** The tables that may be read, with their columns. */
  readonly tables: ReadonlyMap<string, readonly string[]>
  /** Those that are. */
  readonly used: Set<string>
  /** Names that the statement gives to columns. */
  readonly given: Set<string>
  /** Columns that it reads. */
  readonly read: { readonly name: string; readonly node: SqlNode }[]
  readonly complaints: Complaint[]
  tableCount: number
}

/** `at` is the offset in UTF-8 bytes; null where the parser does not say. */
export interface Complaint {
  readonly at: number | null
  readonly detail: string
}

export function complain(vetting: Vetting, node: SqlNode, detail: string): void {
  vetting.complaints.push({ at: placeIn(node), detail })
}

/** Complains of something by the parser's name for it. */
export function refuseKind(vetting: Vetting, node: SqlNode, kind: string): void {
  complain(vetting, node, `不能用 ${REFUSED_NAMES[kind] ?? kind}`)
}

/** Complains of whatever a node holds beside what was looked at: a feature that is not known here is not let through. */
export function nothingBeside(vetting: Vetting, node: SqlNode, ...known: readonly string[]): void {
  for (const [key, value] of Object.entries(node))
    if (!ALWAYS.has(key) && !known.includes(key) && !isEmpty(value)) refuseKind(vetting, node, key)
}

export function nodeOf(value: unknown): SqlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SqlNode) : {}
}

export function nodesOf(value: unknown): readonly SqlNode[] {
  return Array.isArray(value) ? value.map(nodeOf) : []
}

export function wordOf(node: SqlNode, key: string): string {
  const value = node[key]
  return typeof value === 'string' ? value : ''
}

const ALWAYS = new Set(['class', 'type', 'alias', 'query_location'])

/** Nested objects are empty where all that they hold is: the tree prints an absent ORDER BY as one without orders. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object') return false
  return Object.entries(value).every(([key, held]) => key === 'type' || isEmpty(held))
}

/** The first place that the node or something in it bears. */
function placeIn(value: unknown): number | null {
  if (Array.isArray(value)) return firstOf(value)
  const node = nodeOf(value)
  const place = node['query_location']
  if (typeof place === 'number' && Number.isSafeInteger(place)) return place
  return firstOf(Object.values(node))
}

function firstOf(values: readonly unknown[]): number | null {
  for (const value of values) {
    const place = placeIn(value)
    if (place !== null) return place
  }
  return null
}
