import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { boundRecordsSql, boundSql } from '../../core/detection/bind-parameters.ts'
import { NOTICE, readDetection, settingOf } from '../../../test/detections/detection-case.ts'
import { LONGEST_SQL, MOST_TABLES } from './allowed-sql.ts'
import { readSelect } from './read-select.ts'
import { queryTables } from './tables-for-query.ts'

let connection: DuckDBConnection
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  return () => connection.closeSync()
})

const TABLES = queryTables(['ratings', 'service_cases'])

const detections = readdirSync(new URL('detections/', NOTICE))
  .filter((name) => name.endsWith('.sql'))
  .map((name) => readDetection(name.slice(0, -'.sql'.length)))

test.each(detections)('$name is let through and reads what it declares', async (detection) => {
  const tables = queryTables(detection.dataSets)
  const main = await readSelect(connection, boundSql(detection, settingOf({})), tables)
  expect(main).toMatchObject({ ok: true })
  const used = main.ok ? [...main.value] : []
  expect(used.filter((name) => !['centers', 'days', 'months'].includes(name)).toSorted()).toEqual(
    detection.dataSets.toSorted(),
  )
  const records = boundRecordsSql(detection, settingOf({}), { centerId: 'a', period: '2021-03' })
  if (records !== null) expect(await readSelect(connection, records, tables)).toMatchObject({ ok: true })
})

test.each<[what: string, sql: string, used: readonly string[]]>([
  ['columns, texts, numbers and nothing', `SELECT record_id, 'a' AS a, 1 AS b, NULL AS c FROM ratings`, ['ratings']],
  ['no table at all', 'SELECT 1 AS a', []],
  ['comments and a last semicolon', '-- 说明\nSELECT /* ; DROP */ 1 AS a -- ;\n;', []],
  [
    'joins, subqueries and reference tables',
    `SELECT c.center_id, m.month AS m FROM centers AS c CROSS JOIN months AS m
     INNER JOIN (SELECT center_id AS of FROM ratings) AS r ON r.of = c.center_id
     WHERE c.center_id NOT IN (SELECT center_id FROM service_cases WHERE center_id IS NOT NULL)`,
    ['centers', 'months', 'ratings', 'service_cases'],
  ],
  [
    'CASE, CAST, BETWEEN, LIKE, IN, arithmetic',
    `SELECT CASE WHEN attempt BETWEEN 1 AND 3 THEN CAST(rated_at AS DATE) ELSE NULL END AS a, -attempt * 2 % 3 AS b
     FROM ratings WHERE record_id LIKE 'P%' AND channel NOT IN ('web', 'app') OR NOT (words IS NULL)`,
    ['ratings'],
  ],
  [
    'aggregates over groups',
    `SELECT center_id, COUNT(*) AS n, count(DISTINCT staff_id) AS s, SUM(attempt) AS t, max(coalesce(counter_id, '')) AS m
     FROM ratings GROUP BY center_id HAVING COUNT(*) > 1 ORDER BY center_id DESC`,
    ['ratings'],
  ],
  [
    'UNION ALL inside and outside',
    `SELECT a FROM (SELECT record_id AS a FROM ratings UNION ALL SELECT record_id FROM service_cases) AS sides
     UNION ALL SELECT DISTINCT record_key FROM ratings`,
    ['ratings', 'service_cases'],
  ],
  [
    'a scalar subquery',
    `SELECT record_id FROM ratings WHERE attempt = (SELECT max(attempt) FROM ratings)`,
    ['ratings'],
  ],
])('%s may be asked', async (_what, sql, used) => {
  const read = await readSelect(connection, sql, TABLES)
  expect(read.ok ? [...read.value].toSorted() : read).toEqual(used)
})

const R = 'SELECT record_id FROM ratings'

test.each<[what: string, sql: string, says: string]>([
  ['nothing', ' -- only this\n', '没有内容'],
  ['two statements', 'SELECT 1 AS a; SELECT 2 AS b', '有 2 条语句'],
  ['a second statement behind a comment', 'SELECT 1 AS a /* \n*/; /* */ SELECT 2 AS b -- ', '有 2 条语句'],
  ['no SELECT', `DELETE FROM ratings`, '不是 SELECT'],
  ['no SQL', 'SELEC record_id FROM ratings', '第 1 行第 1 个字：写法有误'],
  ['a text without an end', `SELECT 'a FROM ratings`, '写法有误'],
  ['a parameter that was not filled in', `${R} WHERE attempt > :n`, '第 1 行第 47 个字：参数 :n 没有填上值'],
  ['a parameter by number', `${R} WHERE attempt > $1`, '没有填上值的参数'],
  ['a parameter by mark', `${R} WHERE attempt > ?`, '没有填上值的参数'],
  ['a zero byte', `${R}\0; DROP`, '第 1 行第 30 个字：有不能打印的字符'],
  ['half a character', `SELECT '\ud800' AS a`, '不能打印的字符'],
  ['a text too long', `SELECT '${'a'.repeat(LONGEST_SQL)}' AS a`, '超过 50000 个字'],
  ['every column', 'SELECT * FROM ratings', '第 1 行第 8 个字：不能用 *（请写出每一列的名称）'],
  ['every column of one table', 'SELECT r.* FROM ratings AS r', '不能用 *'],
  ['columns by a pattern', `SELECT COLUMNS('r.*') FROM ratings`, '不能用 *'],
  ['FROM first', 'FROM ratings', '不能用 *'],
  ['another table', `SELECT record_id\nFROM appointments`, '第 2 行第 6 个字：不能读“appointments”'],
  ['a table of the engine', 'SELECT name FROM sqlite_master', '不能读“sqlite_master”'],
  ['a data set in capitals', 'SELECT record_id FROM RATINGS', '不能读“RATINGS”'],
  ['a table with its schema', 'SELECT record_id FROM main.ratings', '不能用 带库名的表'],
  ['a table of another catalog', 'SELECT record_id FROM memory.main.ratings', '不能用 带库名的表'],
  ['too many tables', `SELECT 1 AS a FROM centers${', centers'.repeat(MOST_TABLES)}`, '读表不能超过 40 次'],
  ['a column that no table has', 'SELECT nothing FROM ratings', '没有“nothing”这一列'],
  ['a column in capitals', 'SELECT Record_id FROM ratings', '没有“Record_id”这一列'],
  ['a whole row', 'SELECT ratings FROM ratings', '没有“ratings”这一列'],
  ['a column of three names', 'SELECT main.ratings.record_id FROM ratings', '不是列，也不是“表.列”'],
  ['a hidden column', 'SELECT rowid FROM days', '不能用 rowid'],
  ['the clock', 'SELECT current_date AS a', '不能用 current_date'],
  ['the clock as a function', 'SELECT now() AS a', '不能用函数 now'],
  ['chance', 'SELECT random() AS a', '不能用函数 random'],
  ['a setting', `SELECT current_setting('threads') AS a`, '不能用函数 current_setting'],
  ['a function of a schema', `SELECT pg_catalog.lower('A') AS a`, '不能用 带库名的函数'],
  ['a method', 'SELECT record_id.upper() AS a FROM ratings', '不能用 带库名的函数'],
  ['an operator that is not listed', 'SELECT attempt // 2 AS a FROM ratings', '不能用运算符 //'],
  ['a pattern of another kind', `${R} WHERE record_id SIMILAR TO 'a'`, '不能用函数 regexp_full_match'],
  ['a list', 'SELECT [1, 2] AS a', '不能用函数 list_value'],
  ['a struct', `SELECT {'a': 1} AS a`, '不能用函数 struct_pack'],
  ['an item of a list', 'SELECT record_id[1] AS a FROM ratings', '不能用 取数组的一项'],
  ['a lambda', 'SELECT x -> 1 AS a', '不能用 箭头'],
  ['a cast to anything', `SELECT CAST(record_id AS JSON) AS a FROM ratings`, '不能转换为这种类型'],
  ['a cast to a number that is not exact', `SELECT CAST(attempt AS DOUBLE) AS a FROM ratings`, '不能转换为这种类型'],
  ['a cast that may fail in silence', `SELECT TRY_CAST(record_id AS INTEGER) AS a FROM ratings`, '不能用 TRY_CAST'],
  ['a fraction', `${R} WHERE attempt > 0.7`, '不能用 小数'],
  ['a truth', `${R} WHERE true`, '不能用 TRUE'],
  ['WITH', 'WITH r AS (SELECT 1 AS a) SELECT a FROM r', '不能用 WITH'],
  ['WITH inside', 'SELECT a FROM (WITH r AS (SELECT 1 AS a) SELECT a FROM r) AS x', '不能用 WITH'],
  ['a window', 'SELECT row_number() OVER () AS a FROM ratings', '不能用 窗口函数'],
  ['FILTER', 'SELECT count(*) FILTER (WHERE attempt > 1) AS a FROM ratings', '不能用 FILTER'],
  ['QUALIFY', `${R} QUALIFY 1 = 1`, '不能用 QUALIFY'],
  ['LIMIT', `${R} LIMIT 1`, '不能用 LIMIT'],
  ['LIMIT in a subquery', `SELECT a FROM (SELECT record_id AS a FROM ratings LIMIT 1) AS x`, '不能用 LIMIT'],
  ['a sample', `SELECT record_id FROM ratings TABLESAMPLE 10%`, '不能用 SAMPLE'],
  ['DISTINCT ON', 'SELECT DISTINCT ON (center_id) record_id FROM ratings', '不能用 DISTINCT ON'],
  ['DISTINCT in another aggregate', 'SELECT sum(DISTINCT attempt) AS a FROM ratings', 'DISTINCT 只能写在 count 里'],
  ['UNION', `${R} UNION ${R}`, '能用的只有 UNION ALL'],
  ['EXCEPT', `${R} EXCEPT ALL ${R}`, '能用的只有 UNION ALL'],
  ['EXISTS', `${R} WHERE EXISTS (SELECT 1 AS a)`, '不能用 EXISTS'],
  ['ALL', `${R} WHERE attempt > ALL (SELECT attempt FROM ratings)`, '不能用 ANY、ALL'],
  ['USING', `SELECT 1 AS a FROM ratings INNER JOIN service_cases USING (center_id)`, '不能用 USING'],
  ['a natural join', `SELECT 1 AS a FROM ratings NATURAL JOIN service_cases`, '不能用 NATURAL JOIN'],
  ['a full join', `SELECT 1 AS a FROM ratings FULL JOIN centers ON 1 = 1`, '不能用 FULL JOIN'],
  ['groups by place', 'SELECT center_id FROM ratings GROUP BY 1', '不能按列的序号'],
  ['order by place', `${R} ORDER BY 1`, '不能按列的序号'],
  ['GROUP BY ALL', 'SELECT center_id FROM ratings GROUP BY ALL', 'GROUP BY 之后只能写列和算式'],
  ['ROLLUP', 'SELECT center_id FROM ratings GROUP BY ROLLUP (center_id)', 'GROUP BY 之后只能写列和算式'],
  ['new names for a table’s columns', 'SELECT a FROM centers AS c(a)', '另起名称'],
  ['VALUES', 'SELECT a FROM (VALUES (1)) AS x(a)', '不能用'],
  ['what has no name', 'SELECT count(*) FROM ratings', '得出的这一列没有名称'],
  ['one name twice', 'SELECT record_id, center_id AS record_id FROM ratings', '两列都叫“record_id”'],
  ['IS TRUE', `${R} WHERE (attempt = 1) IS TRUE`, '不能用'],
])('%s is refused', async (_what, sql, says) => {
  const read = await readSelect(connection, sql, TABLES)
  expect(read).toMatchObject({ ok: false, refusal: { code: 'query-refused' } })
  expect(read.ok ? '' : read.refusal.message).toContain(says)
})

test.each(['(', 'NOT ', '- ', 'CASE WHEN 1 = 1 THEN ', '(SELECT ', 'abs(', 'SELECT 1 AS a UNION ALL '])(
  'a text that repeats %j to its limit is answered, not crashed on',
  async (piece) => {
    const sql = `SELECT ${piece.repeat(Math.floor((LONGEST_SQL - 20) / piece.length))}`
    expect(await readSelect(connection, sql, TABLES)).toMatchObject({ ok: false, refusal: { code: 'query-refused' } })
  },
)
