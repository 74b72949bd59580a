import { wordOf, type SqlNode } from '../../records/vetting.ts'
import { daysOf } from './known-tables.ts'
import { doubt, madeOf, term, whole, type Proof, type Range, type Standing, type Term } from './proof-terms.ts'

/** A function, an aggregate or a sign of which both engines mean the same, within bounds that are looked after. */
export function proveCall(standing: Standing, node: SqlNode, given: readonly Term[]): Term {
  const { proof, rows } = standing
  const name = wordOf(node, 'function_name')
  const [one = term('null'), other = term('null')] = given
  if (given.some(({ kind, isLoose }) => isLoose || kind === 'truth')) return doubt(proof, `${name} 里有条件`)
  if (AGGREGATES.has(name)) {
    if (!standing.isGrouped) return doubt(proof, `${name} 而没有 GROUP BY`)
    // An old ClickHouse counts a group that holds nothing but NULL as NULL, not as 0.
    if (node['distinct'] === true && one.mayBeNull) return doubt(proof, 'COUNT(DISTINCT …) 里的可能为空')
    return aggregate(proof, name, one, rows)
  }
  switch (name) {
    case '+':
    case '-':
      return given.length === 2 ? added(proof, name, one, other) : doubt(proof, '负号')
    case '*': {
      if (one.kind !== 'whole' || other.kind !== 'whole') return doubt(proof, '相乘的不是整数')
      const products = one.range.flatMap((left) => other.range.map((right) => left * right))
      return number(proof, [Math.min(...products), Math.max(...products)], one, other, unsignedOf(one, other))
    }
    case '%':
      return remainder(proof, one, other)
    case '||':
      if (one.kind !== 'text' || other.kind !== 'text') return doubt(proof, '|| 的一边不是文字')
      return term('text', { ...madeOf(one, other), key: prefixKey(proof, one, other), isAscii: bothAscii(one, other) })
    case 'substring':
    case 'substr': {
      const [, from, length] = given.map(({ literal }) => literal)
      const isPlain = typeof from === 'number' && from >= 1 && typeof length === 'number' && length >= 0
      if (one.kind !== 'text' || !one.isAscii || !isPlain) return doubt(proof, 'SUBSTRING 的不是单字节的文字')
      return term('text', { ...madeOf(one), isAscii: true })
    }
    default:
      return doubt(proof, `不认识的函数 ${name}`)
  }
}

const AGGREGATES: ReadonlySet<string> = new Set(['count_star', 'count', 'sum', 'min', 'max'])

function aggregate(proof: Proof, name: string, one: Term, rows: number): Term {
  if (name === 'count_star' || name === 'count') return whole([0, rows], 64, { unsigned: 'wide' })
  if (one.kind === 'null') return doubt(proof, `${name} 的总为空`)
  if (name !== 'sum') return { ...one, key: null, literal: null }
  if (one.kind !== 'whole') return doubt(proof, 'SUM 的不是整数')
  const [from, to] = one.range
  return number(
    proof,
    [Math.min(from, from * rows), Math.max(to, to * rows)],
    { ...one, bits: 128 },
    one,
    unsignedOf(one, one),
  )
}

function added(proof: Proof, sign: '+' | '-', one: Term, other: Term): Term {
  const by = sign === '+' ? 1 : -1
  const range: Range =
    sign === '+'
      ? [one.range[0] + other.range[0], one.range[1] + other.range[1]]
      : [one.range[0] - other.range[1], one.range[1] - other.range[0]]
  if (one.kind === 'whole' && other.kind === 'whole')
    return number(proof, range, one, other, sign === '+' ? unsignedOf(one, other) : 'no')
  if (by === -1 && one.kind === 'day' && other.kind === 'day') return whole(range, 64, madeOf(one, other))
  if (one.kind !== 'day' || other.kind !== 'whole') return doubt(proof, `${sign} 的两边不是整数或日期`)
  if (range[0] < FIRST_DAY || range[1] > LAST_DAY) return doubt(proof, '日期加减之后可能超出 1970 到 2106 年')
  return term('day', { ...madeOf(one, other), range })
}

const FIRST_DAY = daysOf('1970-01-02')
const LAST_DAY = daysOf('2106-02-06')

/** DuckDB refuses what is wider than its type; ClickHouse has 64 bits for everything and says nothing. */
function number(proof: Proof, range: Range, one: Term, other: Term, unsigned: Term['unsigned']): Term {
  const bits = one.bits > other.bits ? one.bits : other.bits
  const most = Math.max(Math.abs(range[0]), Math.abs(range[1]))
  if (!(most < 2 ** 62)) return doubt(proof, '整数可能超出 64 位')
  if (bits === 32 && most >= 2 ** 31) return doubt(proof, '整数可能超出 32 位')
  return whole(range, bits, { ...madeOf(one, other), unsigned })
}

/** Sums and products are as wide as there is. */
function unsignedOf(one: Term, other: Term): Term['unsigned'] {
  return one.unsigned === 'no' || other.unsigned === 'no' ? 'no' : 'wide'
}

/**
 * An old ClickHouse takes the remainder for as wide as the divisor, and for signed: 199 % 200 is -57 there. By a divisor of 32
 * bits it takes what is negative for what it is not: -7 % 65536 is 65529.
 */
function remainder(proof: Proof, one: Term, other: Term): Term {
  const by = other.literal
  if (one.kind !== 'whole' || typeof by !== 'number' || by <= 0) return doubt(proof, '% 之后不是大于 0 的整数')
  const isFit = by <= 127 || (by >= 256 && by <= 32_767) || (by >= 65_536 && by < 2 ** 31 && one.range[0] >= 0)
  if (!isFit) return doubt(proof, `% ${by}：旧版 ClickHouse 会算错`)
  const range: Range = [one.range[0] < 0 ? 1 - by : 0, one.range[1] > 0 ? by - 1 : 0]
  return whole(range, one.bits, { ...madeOf(one), unsigned: one.unsigned === 'no' ? 'no' : 'narrow' })
}

/** What begins with a center and a slash tells the center, as long as no center has a slash in it. */
function prefixKey({ isSlashFree }: Proof, one: Term, other: Term): string | null {
  if (one.key === 'center/') return one.key
  const isSlash = typeof other.literal === 'string' && other.literal.startsWith('/')
  return one.key === 'center' && isSlash && isSlashFree ? 'center/' : null
}

function bothAscii(one: Term, other: Term): boolean {
  return one.isAscii && other.isAscii
}
