import { nodeOf, nodesOf, wordOf, type SqlNode } from '../../records/vetting.ts'
import type { Scope } from './proof-terms.ts'

/**
 * Names that a SELECT gives to something and that a column of its tables bears too, where the SELECT reads the name elsewhere:
 * an old ClickHouse takes the first for the second, with or without a table before it.
 */
export function shadowed(select: SqlNode, scope: Scope): readonly string[] {
  const items = nodesOf(select['select_list'])
  const known = new Set([...scope.values()].flatMap(({ columns }) => [...columns.keys()]))
  return items.flatMap((item) => {
    const alias = wordOf(item, 'alias')
    if (alias === '' || !known.has(alias) || columnName(item) === alias) return []
    const others = [
      ...items.filter((one) => one !== item),
      ...['where_clause', 'having'].map((part) => nodeOf(select[part])),
      ...nodesOf(select['group_expressions']),
      nodeOf(nodeOf(select['from_table'])['condition']),
    ]
    return others.some((other) => readsName(other, alias)) ? [alias] : []
  })
}

function columnName(node: SqlNode): string | null {
  const names: unknown = node['column_names']
  return Array.isArray(names) ? String(names.at(-1)) : null
}

/** Not within queries inside: those have names of their own. `table`: only of this one, where the text says of which. */
export function readsName(value: unknown, name: string, table: string | null = null): boolean {
  if (Array.isArray(value)) return value.some((one) => readsName(one, name, table))
  if (typeof value !== 'object' || value === null) return false
  const node = nodeOf(value)
  if (columnName(node) === name && (table === null || isOf(node, table))) return true
  return Object.entries(node).some(([part, held]) => part !== 'subquery' && readsName(held, name, table))
}

function isOf(node: SqlNode, table: string): boolean {
  const names: unknown = node['column_names']
  return Array.isArray(names) && (names.length === 1 || names[0] === table)
}
