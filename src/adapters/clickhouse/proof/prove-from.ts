import { nodeOf, nodesOf, wordOf, type SqlNode } from '../../records/vetting.ts'
import { doubt, type Place, type Proof, type ProveQuery, type Relation, type Scope, type Term } from './proof-terms.ts'

/** What a SELECT reads: its tables by their names, where the rows made of them lie, and how many they can be. */
export interface From {
  readonly scope: Scope
  readonly place: Place
  readonly rows: number
  /** Of a JOIN with a condition, what stands before it. */
  readonly joined: Scope | null
}

export function proveFrom(proof: Proof, node: SqlNode, proveQuery: ProveQuery): From {
  const kind = wordOf(node, 'type')
  if (kind === 'EMPTY') return { scope: new Map(), place: 'everywhere', rows: 1, joined: null }
  if (kind !== 'JOIN') {
    const relation = proveTable(proof, node, proveQuery)
    return { scope: new Map([[calledBy(node), relation]]), place: relation.place, rows: relation.rows, joined: null }
  }
  const sides = [nodeOf(node['left']), nodeOf(node['right'])]
  if (sides.some((side) => wordOf(side, 'type') === 'JOIN')) doubt(proof, '一个 SELECT 里有两个 JOIN')
  if (wordOf(node, 'join_type') !== 'INNER') doubt(proof, `${wordOf(node, 'join_type')} JOIN`)
  const [left, right] = sides.map((side) => proveFrom(proof, side, proveQuery))
  if (left === undefined || right === undefined) throw new Error('a join has two sides')
  const scope = new Map([...left.scope, ...right.scope])
  if (scope.size < left.scope.size + right.scope.size) doubt(proof, '两张表的名称相同')
  const isCross = wordOf(node, 'ref_type') === 'CROSS'
  const isTogether = isCross ? false : proveOn(proof, nodeOf(node['condition']), left.scope, right.scope)
  if (left.place === 'spread' && right.place === 'spread' && !isTogether)
    doubt(proof, 'JOIN 没有按中心相连：相连的行可能在不同的分片上')
  const place = left.place === 'spread' ? 'spread' : right.place
  return { scope, place, rows: left.rows * right.rows, joined: isCross ? null : left.scope }
}

function proveTable(proof: Proof, node: SqlNode, proveQuery: ProveQuery): Relation {
  if (wordOf(node, 'type') === 'SUBQUERY') return proveQuery(proof, nodeOf(nodeOf(node['subquery'])['node']))
  const table = proof.tables(wordOf(node, 'table_name'))
  if (table !== null) return table
  doubt(proof, `不认识的表 ${wordOf(node, 'table_name')}`)
  return { place: 'spread', rows: 0, columns: new Map() }
}

function calledBy(node: SqlNode): string {
  const alias = wordOf(node, 'alias')
  return alias === '' ? wordOf(node, 'table_name') : alias
}

/** Equal columns of both sides, and nothing else. Whether one pair says that both rows lie on the same shard. */
function proveOn(proof: Proof, condition: SqlNode, left: Scope, right: Scope): boolean {
  const isAnd = wordOf(condition, 'type') === 'CONJUNCTION_AND'
  let isTogether = false
  for (const equation of isAnd ? nodesOf(condition['children']) : [condition]) {
    const [one, other] = [equation['left'], equation['right']].map(nodeOf)
    const [ofLeft, ofRight] =
      one === undefined || other === undefined
        ? []
        : columnOf(one, left) !== null
          ? [columnOf(one, left), columnOf(other, right)]
          : [columnOf(other, left), columnOf(one, right)]
    if (wordOf(equation, 'type') !== 'COMPARE_EQUAL' || !ofLeft || !ofRight || ofLeft.kind !== ofRight.kind)
      doubt(proof, 'JOIN 的条件不是两边的列相等')
    else if (ofLeft.key !== null && ofLeft.key === ofRight.key) isTogether = true
  }
  return isTogether
}

/** With its table, as both engines ask for; null for anything else. */
function columnOf(node: SqlNode, scope: Scope): Term | null {
  const names: unknown = node['column_names']
  if (!Array.isArray(names) || names.length !== 2) return null
  return scope.get(String(names[0]))?.columns.get(String(names[1])) ?? null
}
