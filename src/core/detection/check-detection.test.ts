import { expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { checkDetection } from './check-detection.ts'
import type { DetectionFault, DetectionRefusalCode } from './detection-refusals.ts'
import type { Detection } from './detection.ts'
import { parseDetection } from './parse-detection.ts'

const COLUMNS = 'center_id, record_key AS subject, day AS occurred_on, 1 AS occurrences, NULL AS event_key, record_ref'
const MEASURES = 'center_id, month AS period, COUNT(*) AS numerator, 1 AS denominator'

interface Changes {
  readonly clause?: string
  readonly data?: string
  readonly shape?: string
  readonly more?: string
  readonly sql?: string
}

/** Seven lines of header and a blank one, so that the query begins in line 8 where nothing is added. */
function detection({
  clause = clauses.vacated,
  data = 'openings',
  shape = '逐条',
  more = '',
  sql,
}: Changes): Detection {
  const header = `-- 条款：${clause}\n-- 名称：名\n-- 说明：无\n-- 数据：${data}\n-- 形式：${shape}\n${more}`
  const read = parseDetection('some', `${header}\n\n${sql ?? `SELECT ${COLUMNS}\nFROM openings`}\n`)
  if (!read.ok) throw new Error(read.faults.map(({ message }) => message).join('\n'))
  return read.detection
}

function faultsOf(changes: Changes): readonly DetectionFault[] {
  return checkDetection(detection(changes), smallRubric)
}

const where = (condition: string) => `SELECT ${COLUMNS}\nFROM openings\nWHERE ${condition}`
const from = (tables: string) => `SELECT ${COLUMNS}\nFROM ${tables}`

test.each<[title: string, sql: string]>([
  ['what is compared, added and joined', where("staff_due * 2 - 1 >= staff_present AND slot || '/' <> 'morning/'")],
  ['a built-in parameter', where('day BETWEEN :period_from AND :period_to AND :as_of_stop_day > 0')],
  [
    'a join by equal columns',
    from('openings AS o JOIN centers AS c ON c.center_id = o.center_id AND c.center_id = o.reason'),
  ],
  ['a cross join', from('openings CROSS JOIN days')],
  [
    'a join in each of two levels',
    from('(SELECT * FROM openings) AS o JOIN months AS m ON m.month = o.month').replace('*', 'month'),
  ],
  ['a union within a subquery', from('(SELECT day FROM days UNION ALL SELECT day FROM openings) AS d')],
  ['a list and a subquery', where("slot IN ('morning', 'afternoon') AND day NOT IN (SELECT day FROM days)")],
  ['whatever stands in a text', where("reason <> 'WITH x AS (SELECT * FROM y) ; :z'")],
  ['whatever stands in a comment', where('1 = 1 -- WITH :z ; "')],
  ['a cast and other functions', where("COALESCE(CAST(day AS VARCHAR), '') = SUBSTRING(month, 1, 4)")],
])('%s runs on every engine', (_title, sql) => expect(faultsOf({ sql })).toEqual([]))

test.each<[title: string, sql: string, code: DetectionRefusalCode, line: number | null]>([
  ['WITH', `WITH o AS (SELECT day FROM openings) SELECT ${COLUMNS} FROM openings`, 'sql-not-select', 8],
  ['a change', `DELETE FROM openings`, 'sql-not-select', 8],
  ['a window', where('SUM(staff_due) OVER (PARTITION BY day) > 1'), 'word-refused', 10],
  ['a filter', where('COUNT(*) FILTER (WHERE 1 = 1) > 1'), 'word-refused', 10],
  ['a left join', from('openings AS o LEFT JOIN days AS d ON d.day = o.day'), 'word-refused', 9],
  ['an interval', where("day > day - INTERVAL '1' DAY"), 'word-refused', 10],
  ['EXISTS', where('EXISTS (SELECT day FROM days)'), 'word-refused', 10],
  ['LIMIT', from('openings LIMIT 5'), 'word-refused', 9],
  ['USING', from('openings JOIN days USING (day)'), 'word-refused', 9],
  ['ILIKE', where("reason ILIKE 'a'"), 'word-refused', 10],
  ['EXCEPT', where('day IN (SELECT day FROM days EXCEPT SELECT day FROM openings)'), 'word-refused', 10],
  ['INTERSECT', where('day IN (SELECT day FROM days INTERSECT SELECT day FROM openings)'), 'word-refused', 10],
  ['QUALIFY', from('openings QUALIFY 1 = 1'), 'word-refused', 9],
  ['a short cast', where("day > '2021-01-01'::DATE"), 'sign-refused', 10],
  ['two queries', `${where('1 = 1')}; SELECT 1`, 'sign-refused', 10],
  ['a quoted name', where('"day" = "day"'), 'sign-refused', 10],
  ['a backslash in a text', where("reason = 'a\\b'"), 'sign-refused', 10],
  ['whole division', where('staff_due // 2 = 1'), 'sign-refused', 10],
  ['a function of one engine', where("strftime(day, '%Y') = '2021'"), 'function-refused', 10],
  ['concat, which passes over NULL', where("concat(slot, 'a') = 'b'"), 'function-refused', 10],
  ['reading a file', from("read_csv('/etc/passwd')"), 'function-refused', 9],
  ['SELECT *', where('day IN (SELECT * FROM days)'), 'star-refused', 10],
  ['all of one table', where('day IN (SELECT d.* FROM days AS d)'), 'star-refused', 10],
  ['a union outside', `${from('openings')} UNION ALL ${from('openings')}`, 'union-outside', 9],
  [
    'a union that drops doubles',
    from('(SELECT day FROM days UNION SELECT day FROM openings) AS d'),
    'union-outside',
    9,
  ],
  [
    'two joins in one level',
    from('openings AS o JOIN days AS d ON d.day = o.day JOIN months AS m ON m.month = o.month'),
    'join-second',
    9,
  ],
  ['a join by less than', from('openings AS o JOIN days AS d ON d.day < o.day'), 'join-condition', 9],
  ['a join by either', from('openings AS o JOIN days AS d ON d.day = o.day OR d.month = o.month'), 'join-condition', 9],
  ['a join by a value', from("openings AS o JOIN days AS d ON d.day = '2021-01-01'"), 'join-condition', 9],
  ['a comma for a join', from('openings, days'), 'join-comma', 9],
  ['a quote that never ends', where("slot = 'morning"), 'sql-unclosed', 10],
  ['a comment that never ends', where('1 = 1 /* und'), 'sql-unclosed', 10],
  ['a parenthesis that never ends', where('(1 = 1'), 'sql-unclosed', 8],
  ['one too many', where('1 = 1)'), 'sql-unclosed', 8],
  ['a table that is not declared', where('day IN (SELECT held_on FROM meetings)'), 'table-undeclared', null],
  [
    'a table of the engine',
    where("'a' IN (SELECT table_name FROM information_schema.tables)"),
    'table-undeclared',
    null,
  ],
  ['declared data that is not used', `SELECT ${COLUMNS} FROM days`, 'table-unused', null],
  ['a parameter that is not declared', where('staff_due > :least'), 'parameter-undeclared', 10],
  ['a parameter of measures', where('center_id = :center_id'), 'parameter-undeclared', 10],
  ['a column too few', 'SELECT center_id, record_key AS subject\nFROM openings', 'columns-wrong', 8],
  [
    'columns in another order',
    from('openings').replace('center_id, record_key AS subject', 'record_key AS subject, center_id'),
    'columns-wrong',
    8,
  ],
  ['a column without its name', from('openings').replace('1 AS occurrences', '1'), 'columns-wrong', 8],
])('%s is refused', (_title, sql, code, line) => {
  const faults = faultsOf({ sql })
  expect(faults).toContainEqual(expect.objectContaining({ code, line }))
  for (const { message } of faults) expect(message).toMatch(/请/u)
})

const QUESTION = '1.1/double-count'
const two = (one: string, other: string) => `-- 参数：n = 3 天 | 口径：无 | 问题 ${QUESTION}：${one} = 3，${other} = 2`
const used = where('staff_due > :n')

test.each<[title: string, changes: Changes, codes: DetectionRefusalCode[]]>([
  ['a clause that the rubric has not', { clause: '9.9.9' }, ['clause-unfit']],
  ['a bonus', { clause: clauses.innovation }, ['clause-unfit']],
  ['a clause without a price of its own', { clause: clauses.ratingToHotline }, ['clause-unfit']],
  ['one of two requirements, and not which', { clause: clauses.breakdown }, ['unmet-missing']],
  ['one of two requirements, by its place', { clause: clauses.breakdown, more: '-- 要求：1' }, []],
  ['a requirement that the clause has not', { clause: clauses.breakdown, more: '-- 要求：2' }, ['unmet-outside']],
  ['a requirement where there is only one', { more: '-- 要求：0' }, ['unmet-outside']],
  ['a clause priced by a number, without the number', { clause: clauses.ratingRate }, ['columns-wrong']],
  [
    'a clause priced by a number, with it',
    { clause: clauses.ratingRate, sql: `SELECT ${COLUMNS}, 3 AS measured FROM openings` },
    [],
  ],
  [
    'a number that the clause does not ask for',
    { sql: `SELECT ${COLUMNS}, 3 AS measured FROM openings` },
    ['columns-wrong'],
  ],
  [
    'the clause’s own threshold',
    { clause: clauses.ratingRate, shape: '比率', more: '-- 判断：条款', sql: `SELECT ${MEASURES} FROM openings` },
    [],
  ],
  [
    'the threshold of a clause without one',
    { shape: '比率', more: '-- 判断：条款', sql: `SELECT ${MEASURES} FROM openings` },
    ['judge-without-threshold'],
  ],
  [
    'another limit than the clause’s own',
    {
      clause: clauses.ratingRate,
      shape: '比率',
      more: '-- 判断：< n %\n-- 参数：n = 70 % | 口径：无',
      sql: `SELECT ${MEASURES} FROM openings`,
    },
    ['judge-beside-threshold'],
  ],
  [
    'a limit that the office sets',
    { shape: '比率', more: '-- 判断：< n %\n-- 参数：n = 70 % | 口径：无', sql: `SELECT ${MEASURES} FROM openings` },
    [],
  ],
  [
    'a limit that nobody set',
    { shape: '比率', more: '-- 判断：< n %', sql: `SELECT ${MEASURES} FROM openings` },
    ['judge-parameter-unknown'],
  ],
  [
    'the records behind a measure',
    {
      shape: '比率',
      more: '-- 判断：< n %\n-- 参数：n = 70 % | 口径：无',
      sql: `SELECT ${MEASURES} FROM openings\n-- 明细\nSELECT record_ref FROM openings WHERE center_id = :center_id AND month = :period AND staff_due > :n`,
    },
    [],
  ],
  [
    'records without their refs',
    {
      shape: '比率',
      more: '-- 判断：< n %\n-- 参数：n = 70 % | 口径：无',
      sql: `SELECT ${MEASURES} FROM openings\n-- 明细\nSELECT record_key FROM openings WHERE day > :today`,
    },
    ['parameter-undeclared', 'columns-wrong'],
  ],
  ['a parameter that nothing uses', { more: '-- 参数：n = 3 天 | 口径：无' }, ['parameter-unused']],
  [
    'a question that the rubric does not ask',
    { more: '-- 参数：n = 3 天 | 口径：无 | 问题 9.9/x：a = 3', sql: used },
    ['question-unknown'],
  ],
  ['a question with a value for each reading', { more: two('each', 'highest'), sql: used }, []],
  ['a question with a reading that it has not', { more: two('each', 'lowest'), sql: used }, ['readings-differ']],
  [
    'a question with a reading too few',
    { more: `-- 参数：n = 3 天 | 口径：无 | 问题 ${QUESTION}：each = 3`, sql: used },
    ['readings-differ'],
  ],
  [
    'a value that no reading has',
    { more: two('each', 'highest').replace('n = 3', 'n = 4'), sql: used },
    ['value-not-a-reading'],
  ],
])('%s', (_title, changes, codes) => {
  expect(faultsOf(changes).map(({ code }) => code)).toEqual(codes)
})

test('a fault in the records’ query is told by its line in the file', () => {
  const sql = `SELECT ${MEASURES}\nFROM openings\n-- 明细\nSELECT record_ref\nFROM openings\nLIMIT 5`
  const faults = faultsOf({ shape: '比率', more: '-- 判断：< n %\n-- 参数：n = 70 % | 口径：无', sql })
  expect(faults).toMatchObject([{ code: 'word-refused', line: 14 }])
})
