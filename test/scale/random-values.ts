import * as fc from 'fast-check'
import { columnsOf, DAYS, TABLES, TEXTS, type Column, type Kind } from './random-records.ts'

export type Sql = fc.Arbitrary<string>

export function kindOf(columns: readonly Column[]): fc.Arbitrary<Kind> {
  return fc.constantFrom(...columns.map(({ kind }) => kind))
}

/** Of this kind: a column where there is one, a literal, or what is made of others. */
export function value(kind: Kind, columns: readonly Column[], depth: number): Sql {
  const own = columns.filter((column) => column.kind === kind).map(({ sql }) => sql)
  const leaf =
    own.length === 0
      ? literal(kind)
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: literal(kind) })
  if (depth === 0) return leaf
  const less = value(kind, columns, depth - 1)
  const [, ...others] = [
    less,
    fc.tuple(less, less).map(([one, other]) => `COALESCE(${one}, ${other})`),
    fc
      .tuple(condition(columns, depth - 1, 0), less, fc.option(less))
      .map(([when, then, other]) => `CASE WHEN ${when} THEN ${then}${other === null ? '' : ` ELSE ${other}`} END`),
    ...madeOf(kind, columns, depth, less),
  ]
  return fc.oneof({ weight: 2 + others.length, arbitrary: leaf }, ...others)
}

function madeOf(kind: Kind, columns: readonly Column[], depth: number, less: Sql): readonly Sql[] {
  const of = (other: Kind) => value(other, columns, depth - 1)
  // Of one byte a character, as what is cut has to be.
  const months = columns.flatMap(({ sql }) => (sql.endsWith('month') ? [sql] : []))
  switch (kind) {
    case 'whole':
      return [
        fc
          .tuple(less, fc.constantFrom('+', '-', '*'), less, BARE)
          .map(([one, sign, other, isBare]) => around(`${one} ${sign} ${other}`, isBare)),
        fc
          .tuple(less, fc.constantFrom(1, 2, 7, 100, 127, 128, 200, 300, 65_536), BARE)
          .map(([one, by, isBare]) => around(`${one} % ${by}`, isBare)),
        fc.tuple(of('day'), of('day')).map(([one, other]) => `(${one} - ${other})`),
      ]
    case 'text':
      return [
        fc.tuple(less, less, BARE).map(([one, other, isBare]) => around(`${one} || ${other}`, isBare)),
        fc
          .tuple(fc.oneof(less, fc.constantFrom("'abc'", ...months)), fc.constantFrom(1, 2), fc.constantFrom(0, 1, 4))
          .map(([one, at, length]) => `SUBSTRING(${one}, ${at}, ${length})`),
        fc.oneof(of('whole'), of('day')).map((one) => `CAST(${one} AS VARCHAR)`),
      ]
    case 'day':
      return [
        fc
          .tuple(less, fc.constantFrom('+', '-'), fc.oneof(fc.constantFrom('1', '31'), of('whole')))
          .map(([one, sign, by]) => `(${one} ${sign} ${by})`),
        fc.oneof(of('time'), of('day')).map((one) => `CAST(${one} AS DATE)`),
      ]
    case 'time':
      return []
  }
}

/** Without parentheses, what binds closer is each engine's to say. */
const BARE = fc.integer({ min: 0, max: 4 }).map((one) => one === 0)

function around(sql: string, isBare: boolean): string {
  return isBare ? sql : `(${sql})`
}

function literal(kind: Kind): Sql {
  switch (kind) {
    case 'whole':
      return fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('0', '1', '-1', '-7', '255', '1000') },
        { weight: 1, arbitrary: fc.constantFrom('2147483647', '-2147483648', '3000000000', '4000000000000000000') },
      )
    case 'text':
      return fc.oneof({ weight: 30, arbitrary: PLAIN }, { weight: 1, arbitrary: fc.constantFrom(...TEXTS) }).map(quoted)
    case 'day':
      return fc.constantFrom(...DAYS).map((day) => `CAST('${day}' AS DATE)`)
    case 'time':
      return fc.constantFrom(...DAYS).map((day) => `CAST('${day} 00:00:00' AS TIMESTAMP)`)
  }
}

/** A backslash in the text of a query is doubted before anything else is looked at. */
const PLAIN = fc.constantFrom('', ...TEXTS.filter((text) => !text.includes('\\')))

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** `inside`: how deep what is looked for in a SELECT may itself be. */
export function condition(columns: readonly Column[], depth: number, inside: number): Sql {
  const compared = kindOf(columns).chain((kind) => {
    const one = value(kind, columns, Math.min(depth, 1))
    const other = kind === 'day' ? fc.oneof(one, fc.constantFrom(...DAYS).map(quoted)) : one
    const list = fc.array(
      fc.oneof(
        { weight: 20, arbitrary: kind === 'day' ? fc.constantFrom(...DAYS).map(quoted) : literal(kind) },
        { weight: 1, arbitrary: fc.constant('NULL') },
      ),
      { minLength: 1, maxLength: 3 },
    )
    return fc.oneof(
      fc.tuple(one, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), other).map((parts) => parts.join(' ')),
      fc.tuple(one, fc.constantFrom('IS NULL', 'IS NOT NULL')).map((parts) => parts.join(' ')),
      fc
        .tuple(one, fc.constantFrom('IN', 'NOT IN'), list)
        .map(([left, word, values]) => `${left} ${word} (${values.join(', ')})`),
      fc.tuple(one, other, other).map(([input, lower, upper]) => `${input} BETWEEN ${lower} AND ${upper}`),
    )
  })
  const found = fc
    .tuple(fc.constantFrom(...TABLES), fc.constantFrom('IN', 'NOT IN'), fc.nat(), fc.nat(), fc.boolean())
    .map(([name, word, at, place, isThere]) => {
      const others = columnsOf(name, 'w')
      const pairs = columns.flatMap((column) =>
        others.filter(({ kind }) => kind === column.kind).map((other) => [column.sql, other.sql] as const),
      )
      const alike = pairs.filter(
        ([one, other]) => /center_id$|record_key$/u.test(one) && one.split('.')[1] === other.split('.')[1],
      )
      const own = alike.length > 0 && at % 2 === 0 ? alike : pairs
      const [one, other] = own[place % own.length] ?? ['1', 'w.version']
      return `${one} ${word} (SELECT ${other} AS y FROM ${name} w${isThere ? ` WHERE ${other} IS NOT NULL` : ''})`
    })
  const simple = inside > 0 ? fc.oneof({ weight: 3, arbitrary: compared }, { weight: 1, arbitrary: found }) : compared
  if (depth === 0) return simple
  const less = condition(columns, depth - 1, inside)
  return fc.oneof(
    { weight: 3, arbitrary: simple },
    {
      weight: 2,
      arbitrary: fc
        .tuple(less, fc.constantFrom('AND', 'OR'), less, BARE)
        .map(([one, word, other, isBare]) => around(`${one} ${word} ${other}`, isBare)),
    },
    { weight: 1, arbitrary: fc.tuple(less, BARE).map(([one, isBare]) => `NOT ${around(one, isBare)}`) },
  )
}
