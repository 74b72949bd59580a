import { nodeOf, nodesOf, wordOf, type SqlNode } from '../../records/vetting.ts'
import { CLICK_DAYS } from '../click-schema.ts'
import { proveCall } from './prove-call.ts'
import { daysOf } from './known-tables.ts'
import {
  doubt,
  haveOneType,
  madeOf,
  term,
  whole,
  type Proof,
  type Relation,
  type Standing,
  type Term,
} from './proof-terms.ts'

export function proveExpression(standing: Standing, node: SqlNode): Term {
  const { proof } = standing
  const prove = (child: unknown) => proveExpression(standing, nodeOf(child))
  switch (wordOf(node, 'class')) {
    case 'COLUMN_REF':
      return columnTerm(standing, node)
    case 'CONSTANT':
      return constantTerm(proof, node)
    case 'FUNCTION':
      return proveCall(standing, node, nodesOf(node['children']).map(prove))
    case 'COMPARISON':
      return compared(proof, prove(node['left']), prove(node['right']), !EQUALITIES.has(wordOf(node, 'type')))
    case 'BETWEEN': {
      const [input, lower, upper] = [node['input'], node['lower'], node['upper']].map(prove)
      if (!input || !lower || !upper) throw new Error('BETWEEN has three parts')
      return joined('AND', [compared(proof, input, lower, true), compared(proof, input, upper, true)])
    }
    case 'CONJUNCTION': {
      const sign = wordOf(node, 'type') === 'CONJUNCTION_AND' ? 'AND' : 'OR'
      return conditions(proof, sign, nodesOf(node['children']).map(prove))
    }
    case 'OPERATOR':
      return proveOperator(standing, node, prove)
    case 'CASE':
      return proveCase(standing, node, prove)
    case 'CAST':
      return castTerm(proof, prove(node['child']), String(nodeOf(node['cast_type'])['id']))
    case 'SUBQUERY':
      return membership(standing, node, prove(node['child']), false)
    default:
      return doubt(proof, `不认识的写法 ${wordOf(node, 'class')}`)
  }
}

function columnTerm({ proof, scope }: Standing, node: SqlNode): Term {
  const names: unknown = node['column_names']
  const path = Array.isArray(names) ? names.map(String) : []
  const column = path.at(-1) ?? ''
  const tables: readonly (Relation | undefined)[] = path.length > 1 ? [scope.get(path[0] ?? '')] : [...scope.values()]
  const found = tables.flatMap((table) => table?.columns.get(column) ?? [])
  const [only] = found
  return only !== undefined && found.length === 1 ? only : doubt(proof, `“${path.join('.')}”不是这里的表的一列`)
}

function constantTerm(proof: Proof, node: SqlNode): Term {
  const value = nodeOf(node['value'])
  if (value['is_null'] === true) return term('null', { mayBeNull: true, isNullable: true, isConstant: true })
  const held: unknown = value['value']
  if (typeof held === 'string') return term('text', { ...literalOf(held), isAscii: /^[\x20-\x7e]*$/u.test(held) })
  if (typeof held !== 'number' || !Number.isSafeInteger(held)) return doubt(proof, '一个数太大')
  return whole([held, held], -(2 ** 31) <= held && held < 2 ** 31 ? 32 : 64, {
    ...literalOf(held),
    unsigned: held < 0 ? 'no' : held < 2 ** 32 ? 'narrow' : 'wide',
  })
}

function literalOf(literal: string | number): Pick<Term, 'literal' | 'isConstant'> {
  return { literal, isConstant: true }
}

const EQUALITIES: ReadonlySet<string> = new Set(['COMPARE_EQUAL', 'COMPARE_NOTEQUAL'])

/** `isOrder`: which of both is greater. */
function compared(proof: Proof, one: Term, other: Term, isOrder: boolean): Term {
  const isDay = (day: Term, text: Term) => day.kind === 'day' && isDayLiteral(text)
  if (one.isLoose || other.isLoose) return doubt(proof, '与条件相比较')
  if (one.kind === 'truth' || one.kind === 'null') return doubt(proof, '比较的不是文字、整数、日期或时间')
  if (one.kind !== other.kind && !isDay(one, other) && !isDay(other, one)) return doubt(proof, '比较的两边类型不同')
  if (isOrder && one.kind === 'text' && one.isConstant && other.isConstant && !areAlike(one, other))
    return doubt(proof, '比较大小的两边都是写定的文字，长短不一：旧版 ClickHouse 会比错')
  return term('truth', madeOf(one, other))
}

/** Texts of one length, as days are. */
function areAlike({ literal: one }: Term, { literal: other }: Term): boolean {
  return (
    typeof one === 'string' && typeof other === 'string' && one.length === other.length && /^[ -~]+$/u.test(one + other)
  )
}

function isDayLiteral({ kind, literal }: Term): boolean {
  if (kind !== 'text' || typeof literal !== 'string' || !/^\d{4}-\d\d-\d\d$/u.test(literal)) return false
  const at = new Date(`${literal}T00:00:00Z`)
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(literal)
  return isReal && CLICK_DAYS.from <= literal && literal <= CLICK_DAYS.to
}

function conditions(proof: Proof, sign: 'AND' | 'OR', terms: readonly Term[]): Term {
  if (terms.some(({ kind }) => kind !== 'truth')) return doubt(proof, 'AND、OR 的一边不是条件')
  return joined(sign, terms)
}

/** An old ClickHouse says of false AND NULL that it is NULL; of true OR NULL both say that it is true. */
function joined(sign: 'AND' | 'OR', terms: readonly Term[]): Term {
  const isLoose = terms.some((one) => one.isLoose || (sign === 'AND' && one.mayBeNull))
  return term('truth', { ...madeOf(...terms), isLoose })
}

function proveOperator(standing: Standing, node: SqlNode, prove: (child: unknown) => Term): Term {
  const { proof } = standing
  const kind = wordOf(node, 'type')
  const children = nodesOf(node['children'])
  const [child] = children
  if (child === undefined) return doubt(proof, `不认识的写法 ${kind}`)
  if (kind === 'OPERATOR_NOT' && wordOf(child, 'class') === 'SUBQUERY')
    return membership(standing, child, prove(child['child']), true)
  const terms = children.map(prove)
  const [first = term('null'), ...others] = terms
  if (terms.some(({ isLoose }) => isLoose)) return doubt(proof, '条件里的空值两种引擎答得不同')
  switch (kind) {
    case 'OPERATOR_NOT':
      return first.kind === 'truth' ? first : doubt(proof, 'NOT 之后不是条件')
    case 'OPERATOR_IS_NULL':
    case 'OPERATOR_IS_NOT_NULL':
      return term('truth')
    case 'OPERATOR_COALESCE': {
      const made = others.reduce((one, other) => standing.united(proof, one, other), first)
      const nulls = { mayBeNull: terms.every((one) => one.mayBeNull), isNullable: terms.every((one) => one.isNullable) }
      return { ...made, ...nulls }
    }
    case 'COMPARE_IN':
    case 'COMPARE_NOT_IN': {
      if (others.some((one) => one.literal === null)) return doubt(proof, 'IN 的列表里不全是文字或整数')
      for (const one of others) compared(proof, first, one, false)
      if (first.mayBeNull && kind === 'COMPARE_NOT_IN') return doubt(proof, 'NOT IN 的左边可能为空')
      return term('truth', { ...madeOf(first), isLoose: first.mayBeNull })
    }
    default:
      return doubt(proof, `不认识的写法 ${kind}`)
  }
}

function proveCase({ proof, united }: Standing, node: SqlNode, prove: (child: unknown) => Term): Term {
  const checks = nodesOf(node['case_checks'])
  if (checks.some((check) => prove(check['when_expr']).kind !== 'truth')) doubt(proof, 'CASE WHEN 之后不是条件')
  const values = [...checks.map((check) => prove(check['then_expr'])), prove(node['else_expr'])]
  if (values.some(({ isLoose }) => isLoose)) return doubt(proof, 'CASE 得出的是条件')
  return values.reduce((one, other) => united(proof, one, other))
}

function castTerm(proof: Proof, child: Term, type: string): Term {
  if (child.isNullable) return doubt(proof, 'CAST 的可能为空：旧版 ClickHouse 不能转换')
  if (type === 'DATE' && child.kind === 'day') return child
  if (type === 'DATE' && child.kind === 'time') return term('day', { range: DAYS })
  if (type === 'DATE' && isDayLiteral(child)) {
    const at = daysOf(String(child.literal))
    return term('day', { range: [at, at] })
  }
  if (type === 'VARCHAR' && child.kind === 'text') return child
  if (type === 'VARCHAR' && (child.kind === 'day' || child.kind === 'whole'))
    return term('text', { ...madeOf(child), isAscii: true })
  return doubt(proof, `CAST 为 ${type}`)
}

const DAYS = [daysOf(CLICK_DAYS.from), daysOf(CLICK_DAYS.to)] as const

/** `x IN (SELECT …)`: each shard sees only its own rows of the query inside. */
function membership({ proof, place, proveQuery }: Standing, node: SqlNode, one: Term, isNot: boolean): Term {
  if (wordOf(node, 'subquery_type') !== 'ANY') return doubt(proof, '算式里的 SELECT 不在 IN 之后')
  const inside = proveQuery(proof, nodeOf(nodeOf(node['subquery'])['node']))
  const [other] = inside.columns.values()
  if (other === undefined || inside.columns.size !== 1) return doubt(proof, 'IN 之后的 SELECT 不止一列')
  const isAlike = one.kind === other.kind && haveOneType(one, other)
  if (!isAlike || one.kind === 'truth' || one.kind === 'null') doubt(proof, 'IN 的两边类型不同')
  const isTogether = place === 'spread' && one.key !== null && one.key === other.key
  if (inside.place === 'spread' && !isTogether) doubt(proof, 'IN 没有按中心相连：要找的行可能在不同的分片上')
  if (isNot && (one.mayBeNull || other.mayBeNull)) doubt(proof, 'NOT IN 的一边可能为空')
  return term('truth', { ...madeOf(one, other), isLoose: !isNot && (one.mayBeNull || other.mayBeNull) })
}
