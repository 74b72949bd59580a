import { nodeOf, nodesOf, wordOf, type SqlNode } from '../../records/vetting.ts'
import type { Scope } from './proof-terms.ts'

/**
 * Names that a SELECT gives to something and that a column of its tables bears too, where the SELECT reads the name elsewhere:
 * an old ClickHouse takes the first for the second, with or without a table before it.
 */
export function shadowed(select: SqlNode, scope: Scope): readonly string[] {
  const items = nodesOf(select['select_list'])
  const on = nodeOf(nodeOf(select['from_table'])['condition'])
  const tablesWith = (name: string) => [...scope].flatMap(([table, { columns }]) => (columns.has(name) ? [table] : []))
  return items.flatMap((item) => {
    const alias = wordOf(item, 'alias')
    const tables = tablesWith(alias)
    if (alias === '' || tables.length === 0) return []
    const others = [
      ...items.filter((one) => one !== item),
      ...['where_clause', 'having'].map((part) => nodeOf(select[part])),
      ...nodesOf(select['group_expressions']),
      on,
    ]
    const [own] = columnName(item) === alias ? tables.filter((table) => isOf(item, table)) : []
    // The same column under its own name, or one that equals it in every row.
    const taken = tables.filter((table) => table !== own && !(own !== undefined && equates(on, alias, own, table)))
    return taken.some((table) => others.some((other) => readsName(other, alias, table))) ? [alias] : []
  })
}

/** Whether ON says that these columns of one name are equal. */
function equates(on: SqlNode, name: string, ...tables: readonly string[]): boolean {
  const equations = wordOf(on, 'type') === 'CONJUNCTION_AND' ? nodesOf(on['children']) : [on]
  return equations.some((equation) => {
    const sides = [equation['left'], equation['right']].map(nodeOf)
    const isOfBoth = tables.every((table) => sides.some((side) => columnName(side) === name && isOf(side, table)))
    return wordOf(equation, 'type') === 'COMPARE_EQUAL' && isOfBoth
  })
}

/** What the columns of a query are called, in their order: those of a UNION as its first SELECT calls them. */
export function outputNames(query: SqlNode): readonly string[] {
  if (wordOf(query, 'type') === 'SET_OPERATION_NODE') return outputNames(nodeOf(query['left']))
  return nodesOf(query['select_list']).map(nameOf)
}

export function nameOf(item: SqlNode): string {
  const alias = wordOf(item, 'alias')
  return alias === '' ? (columnName(item) ?? '') : alias
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
