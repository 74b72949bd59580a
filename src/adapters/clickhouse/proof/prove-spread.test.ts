import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { asked, NOTICE, PERIOD } from '../../../../test/detections/detection-case.ts'
import { openTestDatabase, type TestDatabase } from '../../../../test/detections/tables.ts'
import { boundRecordsSql } from '../../../core/detection/bind-parameters.ts'
import type { DataSetName } from '../../../core/records/data-set.ts'
import { DATA_SETS } from '../../../core/records/data-sets.ts'
import { parsedSelect } from '../../records/read-select.ts'
import { proveSpread } from './prove-spread.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  return () => database.connection.closeSync()
})

async function proven(sql: string, rows = 3_000_000, centers: readonly string[] = ['a', 'b']) {
  const dataSets: readonly DataSetName[] = DATA_SETS.map(({ name }) => name)
  const node = await parsedSelect(database.connection, sql)
  const answer = proveSpread(sql, node, { dataSets, centers, rows: () => rows, from: PERIOD.from, to: PERIOD.to })
  return answer.kind === 'doubted' ? answer.why : answer.kind
}

/** Of the example notice: over a district with three million records of each kind. */
test('all detections but these are answered by each shard for itself', async () => {
  const names = readdirSync(new URL('detections/', NOTICE)).flatMap(
    (name) => /^(?<bare>.*)\.sql$/u.exec(name)?.[1] ?? [],
  )
  const doubted: Record<string, string> = {}
  for (const name of names) {
    const { detection, setting, sql } = asked(name, {})
    const records = boundRecordsSql(detection, setting, { centerId: 'a', period: '2021-03' })
    for (const [which, text] of [
      [name, sql],
      [`${name}, its records`, records],
    ] as const) {
      const kind = text === null ? 'spread' : await proven(text)
      if (kind !== 'spread') doubted[which] = kind
    }
  }
  expect(names).toHaveLength(27)
  expect(doubted).toEqual({
    'general-counter-unbalanced': '整数可能超出 64 位',
    'hotline-complaint-substantiated': 'GROUP BY 里没有中心：一组的行可能在不同的分片上',
  })
})

test.each<[sql: string, kind: string]>([
  // Where the rows lie
  ['SELECT day FROM days', 'everywhere'],
  ['SELECT item_id FROM required_items WHERE to_on IS NULL', 'everywhere'],
  ['SELECT center_id FROM centers', 'spread'],
  ['SELECT record_id FROM articles', 'spread'],
  ['SELECT DISTINCT center_id, month FROM articles', 'spread'],
  ['SELECT DISTINCT month FROM articles', 'DISTINCT 的各列里没有中心'],
  ['SELECT weekday, COUNT(*) AS n FROM days GROUP BY weekday', 'everywhere'],
  ['SELECT record_key, COUNT(*) AS n FROM articles GROUP BY record_key', 'spread'],
  ['SELECT month, COUNT(*) AS n FROM articles GROUP BY month', 'GROUP BY 里没有中心：一组的行可能在不同的分片上'],
  [
    'SELECT accepting_center_id, COUNT(*) AS n FROM split_intakes GROUP BY accepting_center_id',
    'GROUP BY 里没有中心：一组的行可能在不同的分片上',
  ],
  ['SELECT record_key, COUNT(DISTINCT month) AS n FROM articles GROUP BY record_key', 'spread'],
  [
    'SELECT record_key, COUNT(DISTINCT is_adopted) AS n FROM articles GROUP BY record_key',
    'COUNT(DISTINCT …) 里的可能为空',
  ],
  ['SELECT COUNT(*) AS n FROM articles', 'count_star 而没有 GROUP BY'],
  ['SELECT a.title AS t FROM articles AS a JOIN meetings AS m ON m.center_id = a.center_id', 'spread'],
  [
    'SELECT a.title AS t FROM articles AS a JOIN meetings AS m ON m.month = a.month',
    'JOIN 没有按中心相连：相连的行可能在不同的分片上',
  ],
  ['SELECT a.title AS t FROM articles AS a JOIN days AS d ON d.day = a.submitted_on', 'spread'],
  ['SELECT a.title AS t FROM articles AS a CROSS JOIN centers AS c', 'JOIN 没有按中心相连：相连的行可能在不同的分片上'],
  [
    "SELECT title FROM articles WHERE record_key IN (SELECT record_key FROM articles WHERE month = '2021-03')",
    'spread',
  ],
  [
    'SELECT title FROM articles WHERE record_key IN (SELECT record_key FROM meetings)',
    'IN 没有按中心相连：要找的行可能在不同的分片上',
  ],
  ['SELECT day FROM days WHERE day IN (SELECT held_on FROM meetings)', 'IN 没有按中心相连：要找的行可能在不同的分片上'],
  ['SELECT title FROM articles WHERE month IN (SELECT month FROM months)', 'spread'],
  [
    'SELECT u.m AS m FROM (SELECT month AS m FROM articles UNION ALL SELECT month AS m FROM months) AS u',
    'UNION ALL 把各分片都有的行与只在一个分片上的行放在一起',
  ],
  // What the engines mean
  ["SELECT title FROM articles WHERE is_adopted NOT IN ('yes')", 'NOT IN 的左边可能为空'],
  ["SELECT title FROM articles WHERE is_adopted IN ('yes')", 'spread'],
  ["SELECT is_adopted IN ('yes') AS a FROM articles", '得出的一列里，空值两种引擎答得不同'],
  ["SELECT title FROM articles WHERE is_adopted = 'yes' AND title = '' OR title = 'a'", 'spread'],
  ["SELECT title FROM articles WHERE NOT (is_adopted = 'yes' OR title = '')", 'spread'],
  ["SELECT title FROM articles WHERE NOT (is_adopted = 'yes' AND title = '')", '条件里的空值两种引擎答得不同'],
  ["SELECT title FROM articles WHERE NOT title BETWEEN '' AND is_adopted", '条件里的空值两种引擎答得不同'],
  ["SELECT title FROM articles WHERE NOT (is_adopted IN ('yes') OR 1 = 1)", '条件里的空值两种引擎答得不同'],
  [
    "SELECT center_id FROM ratings WHERE center_id || '/' || record_id NOT IN (SELECT center_id || '/' || case_id FROM ratings)",
    'NOT IN 的一边可能为空',
  ],
  [
    "SELECT center_id FROM ratings WHERE center_id || '/' || record_id NOT IN (SELECT center_id || '/' || case_id FROM ratings WHERE case_id IS NOT NULL)",
    'spread',
  ],
  [
    'SELECT CAST(sent_at AS DATE) AS d FROM split_intakes WHERE sent_at IS NOT NULL',
    'CAST 的可能为空：旧版 ClickHouse 不能转换',
  ],
  ['SELECT rated_at_seconds % 200 AS s FROM ratings', '% 200：旧版 ClickHouse 会算错'],
  ['SELECT rated_at_seconds % 60 AS s FROM ratings', 'spread'],
  ['SELECT rated_at_seconds * rated_at_seconds AS s FROM ratings', '整数可能超出 64 位'],
  ['SELECT attempt + attempt AS s FROM ratings', '整数可能超出 32 位'],
  ['SELECT closes_on + 30 AS d FROM counters', 'spread'],
  ['SELECT closes_on + 60 AS d FROM counters', '日期加减之后可能超出 1970 到 2106 年'],
  ["SELECT center_id FROM counters WHERE opens_on < '2106-01-01'", '比较的两边类型不同'],
  ["SELECT center_id FROM ratings WHERE rated_at < '2021-03-01'", '比较的两边类型不同'],
  ['SELECT substring(title, 1, 2) AS t FROM articles', 'SUBSTRING 的不是单字节的文字'],
  [
    'SELECT length(title) AS n FROM articles',
    '第 1 行：不能用函数 length；请只用 COUNT、SUM、MIN、MAX、CAST、COALESCE、SUBSTRING',
  ],
  ["SELECT title || '!' AS title FROM articles WHERE title = 'a'", '“title”既是表里的列，又是得出的另一列的名称'],
  ['SELECT center_id, MAX(title) AS title FROM articles GROUP BY center_id', 'spread'],
  [
    'SELECT u.center_id, COUNT(*) AS n FROM articles t JOIN meetings u ON t.center_id = u.center_id GROUP BY u.center_id',
    'JOIN 左边的表除了 ON 没有一列读到',
  ],
  // What an old ClickHouse makes of a JOIN
  [
    'SELECT v.a AS a FROM (SELECT t.title AS a, u.title AS b FROM articles t JOIN meetings u ON u.center_id = t.center_id) v',
    'spread',
  ],
  [
    'SELECT v.b AS b FROM (SELECT t.title AS a, u.title AS b FROM articles t JOIN meetings u ON u.center_id = t.center_id) v',
    'JOIN 左边的表除了 ON 没有一列读到',
  ],
  [
    'SELECT w.b AS b FROM (SELECT v.a AS a, v.b AS b FROM (SELECT t.title AS a, u.title AS b FROM articles t JOIN meetings u ON u.center_id = t.center_id) v) w',
    'JOIN 左边的表除了 ON 没有一列读到',
  ],
  [
    'SELECT w.b AS b FROM (SELECT title AS a, month AS b FROM articles UNION ALL SELECT t.title AS a, u.title AS b FROM articles t JOIN meetings u ON u.center_id = t.center_id) w',
    'JOIN 左边的表除了 ON 没有一列读到',
  ],
  [
    'SELECT t.title AS a FROM articles t JOIN meetings u ON u.center_id = t.center_id WHERE u.center_id = t.title',
    'ON 里写了“u.center_id”，别处又读它：请改读左边与它相等的列',
  ],
  [
    'SELECT t.title AS a, COUNT(*) AS n FROM articles t JOIN meetings u ON t.center_id = u.center_id GROUP BY t.title, u.center_id',
    'ON 里写了“u.center_id”，别处又读它：请改读左边与它相等的列',
  ],
  // Names
  [
    "SELECT u.month AS month, t.title AS a FROM articles t JOIN meetings u ON u.center_id = t.center_id WHERE t.month = '2021-03'",
    '“month”既是表里的列，又是得出的另一列的名称',
  ],
  [
    "SELECT t.center_id AS center_id, t.month AS m, u.title AS b FROM articles t JOIN meetings u ON u.center_id = t.center_id WHERE t.center_id = 'a'",
    'spread',
  ],
  ['SELECT v.x AS y FROM (SELECT title AS X, month AS x FROM articles) v', '两列的名称相同'],
  [
    'SELECT v.a AS a FROM (SELECT title AS a, month AS b FROM articles UNION ALL SELECT month AS b, title AS a FROM articles) v',
    'UNION ALL 的各列两边名称不同',
  ],
  // Rows without a key may be on every shard
  [
    "SELECT center_id || '/' || is_adopted AS k, COUNT(*) AS n FROM articles GROUP BY center_id || '/' || is_adopted",
    'GROUP BY 里没有中心：一组的行可能在不同的分片上',
  ],
  ["SELECT DISTINCT center_id || '/' || is_adopted AS k FROM articles WHERE is_adopted IS NOT NULL", 'spread'],
  // Texts of the query itself
  ["SELECT title FROM articles WHERE 'a' >= 'ab'", '比较大小的两边都是写定的文字，长短不一：旧版 ClickHouse 会比错'],
  ["SELECT title FROM articles WHERE 'a' = ''", 'spread'],
  ["SELECT title FROM articles WHERE '2021-03-01' <= '2021-12-31'", 'spread'],
  [
    'SELECT center_id, CASE WHEN version > 1 THEN version ELSE COUNT(*) END AS n FROM articles GROUP BY center_id, version',
    '一列里有两种类型',
  ],
  ['SELECT center_id, CASE WHEN version > 1 THEN version ELSE 7 END AS n FROM articles', 'spread'],
  ['SELECT -2147483648 - attempt AS s FROM ratings', '整数可能超出 32 位'],
  ['SELECT title FROM articles ORDER BY version * version', 'ORDER BY 之后不是一列'],
  ['SELECT k.held_on - 6 AS d FROM weekly_classes k JOIN days d ON d.day = k.held_on', 'spread'],
  ["SELECT CASE kind WHEN 'general' THEN 1 END AS k FROM counters", 'CASE 之后不是 WHEN'],
])('%s: %s', async (sql, kind) => {
  expect(await proven(sql)).toBe(kind)
})

test('a center that bears a slash is told from nothing that follows it', async () => {
  const sql = `SELECT title FROM articles WHERE center_id || '/' || title IN (SELECT center_id || '/' || title FROM meetings WHERE title IS NOT NULL)`
  expect(await proven(sql)).toBe('spread')
  expect(await proven(sql, 1, ['a/b'])).toBe('IN 没有按中心相连：要找的行可能在不同的分片上')
})
