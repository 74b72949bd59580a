import { nodeOf, nodesOf, wordOf, type SqlNode } from '../../records/vetting.ts'
import { outputNames, readsName } from './shadowed-names.ts'
import {
  doubt,
  type Place,
  type Proof,
  type ProveQuery,
  type Range,
  type Relation,
  type Scope,
  type Term,
} from './proof-terms.ts'

/** What a SELECT reads: its tables by their names, where the rows made of them lie, and how many they can be. */
export interface From {
  readonly scope: Scope
  readonly place: Place
  readonly rows: number
  readonly joined: Joined | null
}

/** A JOIN with a condition. */
interface Joined {
  /** What stands before it. */
  readonly left: Scope
  /** What ON names of the table after it. */
  readonly rightKeys: readonly (readonly [table: string, column: string])[]
}

/** `made`: what the SELECT makes of these tables, and is itself read. */
export function proveFrom(proof: Proof, node: SqlNode, made: readonly unknown[], proveQuery: ProveQuery): From {
  const kind = wordOf(node, 'type')
  if (kind === 'EMPTY') return { scope: new Map(), place: 'everywhere', rows: 1, joined: null }
  if (kind !== 'JOIN') {
    const relation = proveTable(proof, node, made, proveQuery)
    return { scope: new Map([[calledBy(node), relation]]), place: relation.place, rows: relation.rows, joined: null }
  }
  const sides = [nodeOf(node['left']), nodeOf(node['right'])]
  if (sides.some((side) => wordOf(side, 'type') === 'JOIN')) doubt(proof, '一个 SELECT 里有两个 JOIN')
  if (wordOf(node, 'join_type') !== 'INNER') doubt(proof, `${wordOf(node, 'join_type')} JOIN`)
  const [left, right] = sides.map((side) => proveFrom(proof, side, made, proveQuery))
  if (left === undefined || right === undefined) throw new Error('a join has two sides')
  const both = new Map([...left.scope, ...right.scope])
  if (both.size < left.scope.size + right.scope.size) doubt(proof, '两张表的名称相同')
  const isCross = wordOf(node, 'ref_type') === 'CROSS'
  const condition = nodeOf(node['condition'])
  const pairs = isCross ? [] : proveOn(proof, condition, left.scope, right.scope)
  const isTogether = pairs.some(([{ term: one }, { term: other }]) => one.key !== null && one.key === other.key)
  if (left.place === 'spread' && right.place === 'spread' && !isTogether)
    doubt(proof, 'JOIN 没有按中心相连：相连的行可能在不同的分片上')
  const place = left.place === 'spread' ? 'spread' : right.place
  const rightKeys = pairs.map(([, { table, column }]) => [table, column] as const)
  return {
    scope: equated(both, pairs),
    place,
    rows: left.rows * right.rows,
    joined: isCross ? null : { left: left.scope, rightKeys },
  }
}

function proveTable(proof: Proof, node: SqlNode, made: readonly unknown[], proveQuery: ProveQuery): Relation {
  if (wordOf(node, 'type') === 'SUBQUERY') {
    const inside = nodeOf(nodeOf(node['subquery'])['node'])
    const needed = outputNames(inside).flatMap((name, at) => (readsName(made, name, calledBy(node)) ? [at] : []))
    return proveQuery({ ...proof, needed: new Set(needed) }, inside)
  }
  const table = proof.tables(wordOf(node, 'table_name'))
  if (table !== null) return table
  doubt(proof, `不认识的表 ${wordOf(node, 'table_name')}`)
  return { place: 'spread', rows: 0, columns: new Map() }
}

function calledBy(node: SqlNode): string {
  const alias = wordOf(node, 'alias')
  return alias === '' ? wordOf(node, 'table_name') : alias
}

interface Column {
  readonly table: string
  readonly column: string
  readonly term: Term
}

/** Equal columns of both sides, and nothing else. Those that are. */
function proveOn(proof: Proof, condition: SqlNode, left: Scope, right: Scope): readonly (readonly [Column, Column])[] {
  const isAnd = wordOf(condition, 'type') === 'CONJUNCTION_AND'
  return (isAnd ? nodesOf(condition['children']) : [condition]).flatMap((equation) => {
    const [one, other] = [nodeOf(equation['left']), nodeOf(equation['right'])]
    const isTurned = columnOf(one, left) === null
    const [ofLeft, ofRight] = [columnOf(isTurned ? other : one, left), columnOf(isTurned ? one : other, right)]
    const isEquation = wordOf(equation, 'type') === 'COMPARE_EQUAL'
    if (isEquation && ofLeft && ofRight && ofLeft.term.kind === ofRight.term.kind) return [[ofLeft, ofRight] as const]
    doubt(proof, 'JOIN 的条件不是两边的列相等')
    return []
  })
}

/** With its table, as both engines ask for; null for anything else. */
function columnOf(node: SqlNode, scope: Scope): Column | null {
  const names: unknown = node['column_names']
  if (!Array.isArray(names) || names.length !== 2) return null
  const [table, column] = names.map(String) as [string, string]
  const found = scope.get(table)?.columns.get(column)
  return found === undefined ? null : { table, column, term: found }
}

/** A day that equals another lies where both do. */
function equated(scope: Scope, pairs: readonly (readonly [Column, Column])[]): Scope {
  const narrowed = new Map(scope)
  for (const pair of pairs) {
    const [one, other] = pair
    if (one.term.kind !== 'day') continue
    const range: Range = [
      Math.max(one.term.range[0], other.term.range[0]),
      Math.min(one.term.range[1], other.term.range[1]),
    ]
    for (const { table, column, term } of pair) {
      const relation = narrowed.get(table)
      if (relation === undefined) continue
      narrowed.set(table, { ...relation, columns: new Map(relation.columns).set(column, { ...term, range }) })
    }
  }
  return narrowed
}
