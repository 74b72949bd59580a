import {
  ALLOWED_COMPARISONS,
  ALLOWED_CONSTANTS,
  ALLOWED_FORMS,
  ALLOWED_FUNCTIONS,
  ALLOWED_OPERATORS,
  ALLOWED_PREDICATES,
  ALLOWED_TYPES,
} from './allowed-sql.ts'
import { complain, nodeOf, nodesOf, nothingBeside, refuseKind, wordOf, type SqlNode, type Vetting } from './vetting.ts'

/** Complains of everything in an expression that is not allowed. `vetQuery` does the same for a query inside it. */
export function vetExpression(vetting: Vetting, node: SqlNode, vetQuery: (node: SqlNode) => void): void {
  const vet = (child: unknown): void => {
    if (child !== null && child !== undefined) vetExpression(vetting, nodeOf(child), vetQuery)
  }
  const kind = wordOf(node, 'class')
  switch (kind) {
    case 'COLUMN_REF':
      nothingBeside(vetting, node, 'column_names')
      return readColumn(vetting, node)
    case 'CONSTANT':
      nothingBeside(vetting, node, 'value')
      return vetConstant(vetting, node)
    case 'FUNCTION':
      vetFunction(vetting, node)
      return nodesOf(node['children']).forEach(vet)
    case 'COMPARISON':
      nothingBeside(vetting, node, 'left', 'right')
      if (!ALLOWED_COMPARISONS.has(wordOf(node, 'type'))) refuseKind(vetting, node, wordOf(node, 'type'))
      return [node['left'], node['right']].forEach(vet)
    case 'CONJUNCTION':
      nothingBeside(vetting, node, 'children')
      return nodesOf(node['children']).forEach(vet)
    case 'BETWEEN':
      nothingBeside(vetting, node, 'input', 'lower', 'upper')
      return [node['input'], node['lower'], node['upper']].forEach(vet)
    case 'OPERATOR':
      nothingBeside(vetting, node, 'children')
      if (!ALLOWED_PREDICATES.has(wordOf(node, 'type'))) refuseKind(vetting, node, wordOf(node, 'type'))
      return nodesOf(node['children']).forEach(vet)
    case 'CASE':
      nothingBeside(vetting, node, 'case_checks', 'else_expr')
      for (const check of nodesOf(node['case_checks'])) {
        nothingBeside(vetting, check, 'when_expr', 'then_expr')
        ;[check['when_expr'], check['then_expr']].forEach(vet)
      }
      return vet(node['else_expr'])
    case 'CAST':
      nothingBeside(vetting, node, 'child', 'cast_type')
      vetType(vetting, node)
      return vet(node['child'])
    case 'SUBQUERY':
      vetSubquery(vetting, node)
      vet(node['child'])
      return vetQuery(nodeOf(nodeOf(node['subquery'])['node']))
    default:
      refuseKind(vetting, node, kind)
  }
}

function readColumn(vetting: Vetting, node: SqlNode): void {
  const names = node['column_names']
  const path: readonly unknown[] = Array.isArray(names) ? names : []
  const name = path.at(-1)
  if (typeof name !== 'string' || path.length > 2) complain(vetting, node, `“${path.join('.')}”不是列，也不是“表.列”`)
  else vetting.read.push({ name, node })
}

function vetConstant(vetting: Vetting, node: SqlNode): void {
  const type = wordOf(nodeOf(nodeOf(node['value'])['type']), 'id')
  if (!ALLOWED_CONSTANTS.has(type)) refuseKind(vetting, node, type)
}

/** The parser puts its own `main` before functions that have a syntax of their own. */
function vetFunction(vetting: Vetting, node: SqlNode): void {
  const schema = wordOf(node, 'schema') === 'main' ? ['schema'] : []
  nothingBeside(vetting, node, 'function_name', 'children', 'is_operator', 'distinct', ...schema)
  const name = wordOf(node, 'function_name')
  if (node['is_operator'] === true) {
    if (!ALLOWED_OPERATORS.has(name)) complain(vetting, node, `不能用运算符 ${name}；能用的是 ${operators()}`)
  } else if (name !== 'count_star' && !ALLOWED_FUNCTIONS.has(name))
    complain(vetting, node, `不能用函数 ${name}；能用的是 ${[...ALLOWED_FUNCTIONS, ...ALLOWED_FORMS].join('、')}`)
  if (node['distinct'] === true && name !== 'count') complain(vetting, node, 'DISTINCT 只能写在 count 里')
}

function operators(): string {
  return [...ALLOWED_OPERATORS.values()].join('、')
}

function vetType(vetting: Vetting, node: SqlNode): void {
  const { id, type_info: detail } = nodeOf(node['cast_type'])
  if (typeof id === 'string' && ALLOWED_TYPES.has(id) && detail === null) return
  const isTruth = id === 'BOOLEAN'
  if (isTruth) refuseKind(vetting, node, 'BOOLEAN')
  else complain(vetting, node, `不能转换为这种类型；能转换为的是 ${[...ALLOWED_TYPES].join('、')}`)
}

/** `IN (SELECT …)` is ANY with equality; with another comparison it is one that ClickHouse does not have. */
function vetSubquery(vetting: Vetting, node: SqlNode): void {
  nothingBeside(vetting, node, 'subquery_type', 'subquery', 'child', 'comparison_type')
  nothingBeside(vetting, nodeOf(node['subquery']), 'node')
  const kind = wordOf(node, 'subquery_type')
  if (kind === 'SCALAR') return
  if (kind !== 'ANY') refuseKind(vetting, node, kind)
  else if (node['comparison_type'] !== 'COMPARE_EQUAL')
    complain(vetting, node, '不能用 ANY、ALL；请改写为 IN 或 max、min')
}
