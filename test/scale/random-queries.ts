import * as fc from 'fast-check'
import { columnsOf, TABLES, type Column } from './random-records.ts'
import { condition, kindOf, value, type Sql } from './random-values.ts'

/** SELECTs that are small and odd, out of what a detection may say. */
export const randomSelect: Sql = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 1, 2, 2, 3).chain((depth) => select(depth).map(({ sql }) => sql)) },
  { weight: 1, arbitrary: union().map(({ sql }) => sql) },
)

interface Select {
  readonly sql: string
  readonly columns: readonly Column[]
}

interface From {
  readonly sql: string
  readonly columns: readonly Column[]
}

function select(depth: number): fc.Arbitrary<Select> {
  return from(depth).chain(({ sql, columns }) =>
    fc.boolean().chain((isGrouped) => (isGrouped ? grouped(sql, columns, depth) : plain(sql, columns, depth))),
  )
}

function from(depth: number): fc.Arbitrary<From> {
  const table = (called: string) =>
    fc
      .constantFrom(...TABLES, 'centers' as const, 'days' as const)
      .map((name): From => ({ sql: `${name} ${called}`, columns: columnsOf(name, called) }))
  const nested = (called: string): fc.Arbitrary<From> =>
    fc
      .oneof({ weight: 5, arbitrary: select(depth - 1) }, { weight: 1, arbitrary: union() })
      .map(({ sql, columns }) => ({
        sql: `(${sql}) ${called}`,
        columns: columns.map((column) => ({ ...column, sql: `${called}.${column.sql}` })),
      }))
  const source = (called: string) =>
    depth > 0 ? fc.oneof(table(called), table(called), nested(called)) : table(called)
  const join = fc
    .tuple(source('t'), source('u'), JOINS, fc.boolean(), fc.nat(), fc.nat())
    .map(([left, right, word, isBoth, one, other]): From => {
      const shared = pairsOf(left, right)
      const center = shared.find((pair) => pair.includes('.center_id ='))
      const pairs = [
        center ?? shared[one % shared.length] ?? '1 = 1',
        ...(isBoth ? [shared[other % shared.length] ?? '1 = 1'] : []),
      ]
      return {
        sql: `${left.sql} ${word} ${right.sql}${word === 'CROSS JOIN' ? '' : ` ON ${pairs.join(' AND ')}`}`,
        columns: [...left.columns, ...right.columns],
      }
    })
  return fc.oneof({ weight: 3, arbitrary: source('t') }, { weight: 2, arbitrary: join })
}

const JOINS = fc.oneof(
  { weight: 16, arbitrary: fc.constant('JOIN') },
  { weight: 3, arbitrary: fc.constant('CROSS JOIN') },
  { weight: 1, arbitrary: fc.constant('LEFT JOIN') },
)

function pairsOf(left: From, right: From): readonly string[] {
  return left.columns.flatMap((one) =>
    right.columns
      .filter(({ kind }) => kind === one.kind)
      .map((other, at) => (at % 3 === 0 ? `${other.sql} = ${one.sql}` : `${one.sql} = ${other.sql}`)),
  )
}
const ALIASES = ['x0', 'x1', 'x2', 'x3']

function named(
  items: readonly Column[],
  names: readonly (string | null)[],
): readonly [list: string, columns: readonly Column[]] {
  const called = items.map(({ sql }, at) => names[at] ?? /^\w+\.(?<bare>\w+)$/u.exec(sql)?.[1] ?? `x${at}`)
  const list = items.map(({ sql }, at) =>
    names[at] === null && sql.endsWith(`.${called[at]}`) ? sql : `${sql} AS ${called[at]}`,
  )
  return [list.join(', '), items.map(({ kind }, at) => ({ kind, sql: called[at] ?? '' }))]
}

/** Now and then a name that some table's column bears too, or what a column is called without being given a name. */
const names = fc.oneof(
  { weight: 9, arbitrary: fc.constant<readonly (string | null)[]>(ALIASES) },
  { weight: 1, arbitrary: fc.constant(['center_id', 'month', 'x2', 'x3']) },
  { weight: 2, arbitrary: fc.constant([null, null, null, null]) },
)

function plain(source: string, columns: readonly Column[], depth: number): fc.Arbitrary<Select> {
  const item = kindOf(columns).chain((kind) => value(kind, columns, 2).map((sql): Column => ({ sql, kind })))
  return fc
    .tuple(
      fc.array(item, { minLength: 1, maxLength: 3 }),
      fc.option(condition(columns, 2, depth)),
      fc.constantFrom('', '', '', 'DISTINCT '),
      names,
    )
    .map(([items, where, distinct, called]): Select => {
      const [list, made] = named(items, called)
      return {
        sql: `SELECT ${distinct}${list} FROM ${source}${where === null ? '' : ` WHERE ${where}`}`,
        columns: made,
      }
    })
}

function grouped(source: string, columns: readonly Column[], depth: number): fc.Arbitrary<Select> {
  const centers = columns.filter(({ sql }) => sql.endsWith('.center_id') || sql.endsWith('.record_key'))
  const column = fc.constantFrom(...(centers.length > 0 ? [...centers, ...centers, ...columns] : columns))
  const made = value('text', columns, 1).map((sql): Column => ({ sql: `(${sql} || '')`, kind: 'text' }))
  const key = fc.oneof({ weight: 6, arbitrary: column }, { weight: 1, arbitrary: made })
  const total = fc.oneof(
    fc.constant<Column>({ sql: 'COUNT(*)', kind: 'whole' }),
    kindOf(columns).chain((kind) =>
      fc
        .tuple(value(kind, columns, 1), fc.constantFrom('MIN', 'MAX', 'COUNT', 'COUNT(DISTINCT', 'SUM'))
        .map(([sql, call]): Column => {
          const isSum = call === 'SUM' && kind === 'whole'
          if (call === 'MIN' || call === 'MAX') return { sql: `${call}(${sql})`, kind }
          if (call === 'COUNT(DISTINCT') return { sql: `COUNT(DISTINCT ${sql})`, kind: 'whole' }
          return { sql: `${isSum ? 'SUM' : 'COUNT'}(${sql})`, kind: 'whole' }
        }),
    ),
  )
  return fc
    .tuple(
      fc.array(key, { minLength: 1, maxLength: 2 }),
      fc.array(total, { minLength: 1, maxLength: 2 }),
      fc.option(condition(columns, 1, depth)),
      names,
    )
    .chain(([keys, totals, where, called]) =>
      fc.option(condition([...keys, ...totals], 1, 0)).map((having): Select => {
        const [list, made] = named([...keys, ...totals], called)
        return {
          sql: `SELECT ${list} FROM ${source}${where === null ? '' : ` WHERE ${where}`} GROUP BY ${[...new Set(keys.map(({ sql }) => sql))].join(', ')}${having === null ? '' : ` HAVING ${having}`}`,
          columns: made,
        }
      }),
    )
}

function union(): fc.Arbitrary<Select> {
  return fc.constantFrom(...TABLES).chain((name) => {
    const columns = columnsOf(name, 't')
    const list = fc.tuple(value('text', columns, 1), value('whole', columns, 1), value('day', columns, 1))
    const half = (called: readonly string[]) =>
      fc
        .tuple(list, fc.option(condition(columns, 1, 0)))
        .map(
          ([items, where]) =>
            `SELECT ${items.map((one, at) => `${one} AS ${called[at]}`).join(', ')} FROM ${name} t${where === null ? '' : ` WHERE ${where}`}`,
        )
    const others = fc.constantFrom(ALIASES, ALIASES, ALIASES, ['x1', 'x0', 'x2'])
    const kinds = ['text', 'whole', 'day'] as const
    return fc.tuple(half(ALIASES), others.chain(half)).map((halves): Select => ({
      sql: halves.join(' UNION ALL '),
      columns: kinds.map((kind, at) => ({ kind, sql: ALIASES[at] ?? '' })),
    }))
  })
}
