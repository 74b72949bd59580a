/**
 * Whether every shard can answer a query for itself, so that the answers beside each other are the answer, and whether
 * ClickHouse means by it what DuckDB means. What is not known to be so is doubted: then the rows are fetched, and DuckDB answers.
 */
import { nodeOf, nodesOf, wordOf, type SqlNode } from '../../records/vetting.ts'
import { proveExpression } from './prove-expression.ts'
import { proveFrom } from './prove-from.ts'
import { readsName, shadowed } from './shadowed-names.ts'
import { doubt, type Proof, type Relation, type Scope, type Term } from './proof-terms.ts'

export function proveQuery(proof: Proof, node: SqlNode): Relation {
  return wordOf(node, 'type') === 'SET_OPERATION_NODE' ? proveUnion(proof, node) : proveSelect(proof, node)
}

function proveUnion(proof: Proof, node: SqlNode): Relation {
  const left = proveQuery(proof, nodeOf(node['left']))
  const right = proveQuery(proof, nodeOf(node['right']))
  if (nodesOf(node['modifiers']).length > 0) doubt(proof, 'UNION ALL 之后还有 ORDER BY 或 DISTINCT')
  if (left.place !== right.place) doubt(proof, 'UNION ALL 把各分片都有的行与只在一个分片上的行放在一起')
  const others = [...right.columns.values()]
  const columns = [...left.columns].map(([name, one], at) => [name, united(proof, one, others[at] ?? one)] as const)
  return { place: left.place, rows: left.rows + right.rows, columns: new Map(columns) }
}

/** A value that is the one or the other. */
function united(proof: Proof, one: Term, other: Term): Term {
  if (one.kind === 'null') return { ...other, mayBeNull: true, isNullable: true, key: null, literal: null }
  if (other.kind === 'null') return { ...one, mayBeNull: true, isNullable: true, key: null, literal: null }
  if (one.kind !== other.kind) return doubt(proof, '一列里有两种类型')
  return {
    ...one,
    mayBeNull: one.mayBeNull || other.mayBeNull,
    isNullable: one.isNullable || other.isNullable,
    range: [Math.min(one.range[0], other.range[0]), Math.max(one.range[1], other.range[1])],
    bits: one.bits > other.bits ? one.bits : other.bits,
    key: one.key === other.key ? one.key : null,
    isAscii: one.isAscii && other.isAscii,
    isLoose: one.isLoose || other.isLoose,
    literal: null,
  }
}

function proveSelect(proof: Proof, node: SqlNode): Relation {
  const from = proveFrom({ ...proof, outer: node }, nodeOf(node['from_table']), proveQuery)
  const condition = node['where_clause'] === null ? null : nodeOf(node['where_clause'])
  const scope = condition === null ? from.scope : narrowed(from.scope, condition)
  const own = { ...proof, outer: null }
  const prove = (expression: SqlNode, isGrouped: boolean) =>
    proveExpression(
      { proof: own, scope, place: from.place, rows: from.rows, isGrouped, proveQuery, united },
      expression,
    )
  if (condition !== null && prove(condition, false).kind !== 'truth') doubt(proof, 'WHERE 里不是条件')
  for (const name of shadowed(node, scope)) doubt(proof, `“${name}”既是表里的列，又是得出的另一列的名称`)
  const groups = nodesOf(node['group_expressions']).map((group) => prove(group, false))
  const items = nodesOf(node['select_list']).map((item) => [nameOf(item), prove(item, groups.length > 0)] as const)
  if (node['having'] !== null) {
    if (groups.length === 0) doubt(proof, 'HAVING 而没有 GROUP BY')
    if (prove(nodeOf(node['having']), true).kind !== 'truth') doubt(proof, 'HAVING 里不是条件')
  }
  if (from.joined !== null && !readsOf(proof, node, from.joined)) doubt(proof, 'JOIN 左边的表除了 ON 没有一列读到')
  const isDistinct = nodesOf(node['modifiers']).some((modifier) => wordOf(modifier, 'type') === 'DISTINCT_MODIFIER')
  const isApart = (terms: readonly Term[]) => terms.some(({ key }) => key !== null)
  if (from.place === 'spread') {
    if (groups.length > 0 && !isApart(groups)) doubt(proof, 'GROUP BY 里没有中心：一组的行可能在不同的分片上')
    if (isDistinct && !isApart(items.map(([, item]) => item))) doubt(proof, 'DISTINCT 的各列里没有中心')
  }
  if (items.some(([, item]) => item.isLoose)) doubt(proof, '得出的一列里，空值两种引擎答得不同')
  return { place: from.place, rows: from.rows, columns: new Map(items) }
}

/**
 * Whether something of what stands before a JOIN is left to be made after it. Where nothing is, an old ClickHouse answers with
 * rows that found no other.
 */
function readsOf(proof: Proof, select: SqlNode, joined: Scope): boolean {
  const groups = nodesOf(select['group_expressions'])
  const { outer } = proof
  const items = nodesOf(select['select_list'])
  const around = ['select_list', 'where_clause', 'group_expressions', 'having'].map((part) => outer?.[part])
  const made = [...groups, ...(outer === null ? items : items.filter((item) => readsName(around, nameOf(item))))]
  return [...joined].some(([table, { columns }]) =>
    [...columns.keys()].some((column) => made.some((one) => readsName(one, column, table))),
  )
}

function nameOf(item: SqlNode): string {
  const alias = wordOf(item, 'alias')
  const names: unknown = item['column_names']
  return alias === '' && Array.isArray(names) ? String(names.at(-1)) : alias
}

/** What `… AND x IS NOT NULL` leaves has no NULL in x. */
function narrowed(scope: Scope, condition: SqlNode): Scope {
  const conjuncts = wordOf(condition, 'type') === 'CONJUNCTION_AND' ? nodesOf(condition['children']) : [condition]
  const there = conjuncts
    .filter((one) => wordOf(one, 'type') === 'OPERATOR_IS_NOT_NULL')
    .flatMap((one) => nodesOf(one['children']))
    .flatMap(({ column_names: names }) => (Array.isArray(names) ? [names.map(String)] : []))
  const isThere = (table: string, column: string) =>
    there.some((path) => path.at(-1) === column && (path.length === 1 || path[0] === table))
  return new Map(
    [...scope].map(([table, relation]) => [
      table,
      {
        ...relation,
        columns: new Map(
          [...relation.columns].map(([name, one]) => [name, isThere(table, name) ? { ...one, mayBeNull: false } : one]),
        ),
      },
    ]),
  )
}
