/**
 * Whether every shard can answer a query for itself, so that the answers beside each other are the answer, and whether
 * ClickHouse means by it what DuckDB means. What is not known to be so is doubted: then the rows are fetched, and DuckDB answers.
 */
import { nodeOf, nodesOf, wordOf, type SqlNode } from '../../records/vetting.ts'
import { proveExpression } from './prove-expression.ts'
import { proveFrom } from './prove-from.ts'
import { nameOf, outputNames, readsName, shadowed } from './shadowed-names.ts'
import { doubt, haveOneType, type Proof, type Relation, type Scope, type Term } from './proof-terms.ts'

export function proveQuery(proof: Proof, node: SqlNode): Relation {
  return wordOf(node, 'type') === 'SET_OPERATION_NODE' ? proveUnion(proof, node) : proveSelect(proof, node)
}

function proveUnion(proof: Proof, node: SqlNode): Relation {
  const left = proveQuery(proof, nodeOf(node['left']))
  const right = proveQuery(proof, nodeOf(node['right']))
  if (nodesOf(node['modifiers']).length > 0) doubt(proof, 'UNION ALL 之后还有 ORDER BY 或 DISTINCT')
  if (left.place !== right.place) doubt(proof, 'UNION ALL 把各分片都有的行与只在一个分片上的行放在一起')
  const [names, otherNames] = [node['left'], node['right']].map((half) => outputNames(nodeOf(half)))
  if (String(names) !== String(otherNames)) doubt(proof, 'UNION ALL 的各列两边名称不同')
  const others = [...right.columns.values()]
  const columns = [...left.columns].map(([name, one], at) => [name, united(proof, one, others[at] ?? one)] as const)
  return { place: left.place, rows: left.rows + right.rows, columns: new Map(columns) }
}

/** A value that is the one or the other. */
function united(proof: Proof, one: Term, other: Term): Term {
  if (one.kind === 'null') return { ...other, mayBeNull: true, isNullable: true, key: null, literal: null }
  if (other.kind === 'null') return { ...one, mayBeNull: true, isNullable: true, key: null, literal: null }
  if (one.kind !== other.kind || !haveOneType(one, other)) return doubt(proof, '一列里有两种类型')
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
    isConstant: one.isConstant && other.isConstant,
    unsigned: [one, other].some(({ unsigned }) => unsigned === 'no')
      ? 'no'
      : one.unsigned === 'wide'
        ? 'wide'
        : other.unsigned,
  }
}

function proveSelect(proof: Proof, node: SqlNode): Relation {
  const list = nodesOf(node['select_list'])
  const groupings = nodesOf(node['group_expressions'])
  const needed = list.filter((_, at) => proof.needed?.has(at) ?? true)
  const made = [...needed, ...groupings]
  const from = proveFrom(proof, nodeOf(node['from_table']), [made, node['where_clause'], node['having']], proveQuery)
  const condition = node['where_clause'] === null ? null : nodeOf(node['where_clause'])
  const scope = condition === null ? from.scope : narrowed(from.scope, condition)
  const own = { ...proof, needed: null }
  const prove = (expression: SqlNode, isGrouped: boolean) =>
    proveExpression(
      { proof: own, scope, place: from.place, rows: from.rows, isGrouped, proveQuery, united },
      expression,
    )
  if (condition !== null && prove(condition, false).kind !== 'truth') doubt(proof, 'WHERE 里不是条件')
  for (const name of shadowed(node, scope)) doubt(proof, `“${name}”既是表里的列，又是得出的另一列的名称`)
  const names = outputNames(node).map((name) => name.toLowerCase())
  if (new Set(names).size < names.length) doubt(proof, '两列的名称相同')
  const groups = groupings.map((group) => prove(group, false))
  const items = list.map((item) => [nameOf(item), prove(item, groups.length > 0)] as const)
  if (node['having'] !== null) {
    if (groups.length === 0) doubt(proof, 'HAVING 而没有 GROUP BY')
    if (prove(nodeOf(node['having']), true).kind !== 'truth') doubt(proof, 'HAVING 里不是条件')
  }
  if (from.joined !== null) {
    if (!readsAnyOf(from.joined.left, made)) doubt(proof, 'JOIN 左边的表除了 ON 没有一列读到')
    // An old ClickHouse answers wrongly, or breaks down: it fills them in from the left before rows are multiplied.
    const read = [list, groupings, node['where_clause'], node['having']]
    for (const [table, column] of from.joined.rightKeys)
      if (readsName(read, column, table))
        doubt(proof, `ON 里写了“${table}.${column}”，别处又读它：请改读左边与它相等的列`)
  }
  const modifiers = nodesOf(node['modifiers'])
  const orders = modifiers.flatMap((modifier) =>
    nodesOf(modifier['orders']).map((order) => nodeOf(order['expression'])),
  )
  if (orders.some((order) => wordOf(order, 'class') !== 'COLUMN_REF')) doubt(proof, 'ORDER BY 之后不是一列')
  const isDistinct = modifiers.some((modifier) => wordOf(modifier, 'type') === 'DISTINCT_MODIFIER')
  // Every shard may have rows without a key.
  const isApart = (terms: readonly Term[]) => terms.some(({ key, mayBeNull }) => key !== null && !mayBeNull)
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
function readsAnyOf(joined: Scope, made: readonly SqlNode[]): boolean {
  return [...joined].some(([table, { columns }]) =>
    [...columns.keys()].some((column) => readsName(made, column, table)),
  )
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
