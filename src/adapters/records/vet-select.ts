import { CLOCKS_AND_THE_LIKE, MOST_TABLES } from './allowed-sql.ts'
import { vetExpression } from './vet-expression.ts'
import {
  complain,
  nodeOf,
  nodesOf,
  nothingBeside,
  refuseKind,
  wordOf,
  type Complaint,
  type SqlNode,
  type Vetting,
} from './vetting.ts'

export interface Vetted {
  /** The allowed tables that the statement reads. */
  readonly used: ReadonlySet<string>
  /** What it may not say, in the order in which it was met; empty where it may be run. */
  readonly complaints: readonly Complaint[]
}

/**
 * Whether one SELECT reads nothing but the given tables (name -> columns) and computes nothing but what is listed in
 * `allowed-sql.ts`. What is not known to be harmless is refused: a later parser may know more than this does.
 */
export function vetSelect(query: SqlNode, tables: ReadonlyMap<string, readonly string[]>): Vetted {
  const vetting: Vetting = { tables, used: new Set(), given: new Set(), read: [], complaints: [], tableCount: 0 }
  vetQuery(vetting, query)
  vetNames(vetting, query)
  vetColumns(vetting)
  return { used: vetting.used, complaints: vetting.complaints }
}

function vetQuery(vetting: Vetting, node: SqlNode): void {
  const kind = wordOf(node, 'type')
  if (kind === 'SELECT_NODE') vetSelectNode(vetting, node)
  else if (kind === 'SET_OPERATION_NODE') vetUnion(vetting, node)
  else refuseKind(vetting, node, kind)
}

function vetUnion(vetting: Vetting, node: SqlNode): void {
  nothingBeside(vetting, node, 'setop_type', 'setop_all', 'left', 'right', 'modifiers')
  if (node['setop_type'] !== 'UNION' || node['setop_all'] !== true)
    complain(vetting, node, '不能用 UNION、INTERSECT、EXCEPT；能用的只有 UNION ALL')
  vetModifiers(vetting, node)
  vetQuery(vetting, nodeOf(node['left']))
  vetQuery(vetting, nodeOf(node['right']))
}

function vetSelectNode(vetting: Vetting, node: SqlNode): void {
  nothingBeside(
    vetting,
    node,
    'select_list',
    'from_table',
    'where_clause',
    'group_expressions',
    'group_sets',
    'aggregate_handling',
    'having',
    'modifiers',
  )
  const vet = expressions(vetting)
  for (const item of nodesOf(node['select_list'])) {
    if (wordOf(item, 'alias') !== '') vetting.given.add(wordOf(item, 'alias'))
    vet(item)
  }
  vetFrom(vetting, nodeOf(node['from_table']))
  if (node['where_clause'] !== null) vet(nodeOf(node['where_clause']))
  for (const group of nodesOf(node['group_expressions'])) vetGroup(vetting, group, vet)
  const sets: unknown = node['group_sets']
  if (node['aggregate_handling'] !== 'STANDARD_HANDLING' || (Array.isArray(sets) && sets.length > 1))
    complain(vetting, node, 'GROUP BY 之后只能写列和算式')
  if (node['having'] !== null) vet(nodeOf(node['having']))
  vetModifiers(vetting, node)
}

/** ClickHouse takes a number for itself where DuckDB takes it for a column's place. */
function vetGroup(vetting: Vetting, node: SqlNode, vet: (node: SqlNode) => void): void {
  if (wordOf(node, 'class') === 'CONSTANT') complain(vetting, node, '不能按列的序号分组、排序；请写出列的名称')
  else vet(node)
}

function vetModifiers(vetting: Vetting, node: SqlNode): void {
  const vet = expressions(vetting)
  for (const modifier of nodesOf(node['modifiers'])) {
    const kind = wordOf(modifier, 'type')
    if (kind === 'DISTINCT_MODIFIER') nothingBeside(vetting, modifier)
    else if (kind === 'ORDER_MODIFIER') {
      nothingBeside(vetting, modifier, 'orders')
      for (const order of nodesOf(modifier['orders'])) vetGroup(vetting, nodeOf(order['expression']), vet)
    } else refuseKind(vetting, modifier, kind)
  }
}

function vetFrom(vetting: Vetting, node: SqlNode): void {
  const kind = wordOf(node, 'type')
  switch (kind) {
    case 'EMPTY':
      return nothingBeside(vetting, node)
    case 'BASE_TABLE':
      nothingBeside(vetting, node, 'table_name')
      return readTable(vetting, node)
    case 'SUBQUERY':
      nothingBeside(vetting, node, 'subquery')
      nothingBeside(vetting, nodeOf(node['subquery']), 'node')
      return vetQuery(vetting, nodeOf(nodeOf(node['subquery'])['node']))
    case 'JOIN':
      return vetJoin(vetting, node)
    default:
      refuseKind(vetting, node, kind)
  }
}

function readTable(vetting: Vetting, node: SqlNode): void {
  const name = wordOf(node, 'table_name')
  if (vetting.tables.has(name)) vetting.used.add(name)
  else complain(vetting, node, `不能读“${name}”；这条查询能读的是 ${[...vetting.tables.keys()].join('、')}`)
  vetting.tableCount += 1
  if (vetting.tableCount === MOST_TABLES + 1) complain(vetting, node, `读表不能超过 ${MOST_TABLES} 次`)
}

function vetJoin(vetting: Vetting, node: SqlNode): void {
  nothingBeside(vetting, node, 'left', 'right', 'condition', 'join_type', 'ref_type')
  const kind = wordOf(node, 'join_type')
  const form = wordOf(node, 'ref_type')
  if (kind !== 'INNER' && kind !== 'LEFT') refuseKind(vetting, node, kind)
  if (form !== 'REGULAR' && form !== 'CROSS') refuseKind(vetting, node, form)
  vetFrom(vetting, nodeOf(node['left']))
  vetFrom(vetting, nodeOf(node['right']))
  if (node['condition'] !== null) expressions(vetting)(nodeOf(node['condition']))
}

function expressions(vetting: Vetting): (node: SqlNode) => void {
  return (node) => vetExpression(vetting, node, (query) => vetQuery(vetting, query))
}

/** What has no name would be called differently by each engine. */
function vetNames(vetting: Vetting, query: SqlNode): void {
  if (wordOf(query, 'type') === 'SET_OPERATION_NODE') return vetNames(vetting, nodeOf(query['left']))
  const names = nodesOf(query['select_list']).map((item) => {
    const alias = wordOf(item, 'alias')
    if (alias === '' && wordOf(item, 'class') !== 'COLUMN_REF')
      complain(vetting, item, '得出的这一列没有名称；请用 AS 起名')
    const column: unknown = item['column_names']
    return alias === '' && Array.isArray(column) ? column.at(-1) : alias
  })
  const repeated = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (repeated !== undefined) complain(vetting, query, `得出的两列都叫“${String(repeated)}”；请用 AS 起不同的名称`)
}

/** By name alone: which table a column is of, the engine says. Spelled as they are, because ClickHouse minds the case. */
function vetColumns(vetting: Vetting): void {
  const known = new Set([...vetting.used].flatMap((name) => vetting.tables.get(name) ?? []))
  for (const name of vetting.given) known.add(name)
  for (const { name, node } of vetting.read)
    if (CLOCKS_AND_THE_LIKE.has(name.toLowerCase())) complain(vetting, node, `不能用 ${name}：每次得出的不同`)
    else if (!known.has(name)) complain(vetting, node, `没有“${name}”这一列`)
}
