/**
 * SELECTs that engines are known to take differently, and how each is answered: by the shards, because it is proven to mean there
 * what it means to DuckDB; from what is fetched, by DuckDB; or not at all, in the same words everywhere.
 */
export const ODD_QUERIES: readonly (readonly [how: 'shards' | 'fetched' | 'refused', sql: string])[] = [
  [
    'fetched',
    'SELECT t.record_id AS a, u.center_id AS b FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id',
  ],
  [
    'fetched',
    'SELECT u.center_id AS c, COUNT(*) AS n, MAX(t.slot) AS s FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id GROUP BY u.center_id',
  ],
  [
    'fetched',
    "SELECT t.slot AS s FROM openings t JOIN weekly_classes u ON t.center_id = u.center_id WHERE u.center_id = 'a'",
  ],
  [
    'fetched',
    "SELECT u.month AS month, t.record_id AS r FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id WHERE t.month = '2021-03'",
  ],
  [
    'fetched',
    "SELECT t.month AS month, u.record_id AS r FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id GROUP BY t.month, u.record_id, t.center_id HAVING MAX(u.month) > '2021-03'",
  ],
  [
    'shards',
    "SELECT t.center_id AS center_id, u.topic AS topic FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id WHERE t.slot = 'morning'",
  ],
  [
    'fetched',
    'SELECT s.slot AS slot FROM (SELECT v.a AS a, v.slot AS slot FROM (SELECT t.record_id AS a, u.topic AS slot FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id) v) s',
  ],
  [
    'shards',
    'SELECT s.a AS a FROM (SELECT v.a AS a, v.b AS b FROM (SELECT t.record_id AS a, u.topic AS b FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id) v) s',
  ],
  [
    'fetched',
    'SELECT s.b AS b FROM (SELECT v.a AS a, v.b AS b FROM (SELECT t.record_id AS a, u.topic AS b FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id) v) s',
  ],
  [
    'fetched',
    'SELECT s.k AS k, COUNT(*) AS n FROM (SELECT w.center_id AS k, v.a AS a FROM (SELECT t.center_id AS center_id, t.record_id AS a, u.topic AS b FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id) v JOIN counter_hours w ON w.counter_id = v.a) s GROUP BY s.k',
  ],
  [
    'fetched',
    'SELECT s.b AS b FROM (SELECT record_id AS a, topic AS b FROM weekly_classes UNION ALL SELECT topic AS b, record_id AS a FROM weekly_classes) s',
  ],
  [
    'shards',
    'SELECT s.a AS a FROM (SELECT record_id AS a, month AS b FROM weekly_classes UNION ALL SELECT t.record_id AS a, u.month AS b FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id) s',
  ],
  [
    'fetched',
    'SELECT s.b AS b FROM (SELECT record_id AS a, month AS b FROM weekly_classes UNION ALL SELECT t.record_id AS a, u.month AS b FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id) s',
  ],
  [
    'fetched',
    "SELECT center_id || '/' || topic AS k, COUNT(*) AS n FROM weekly_classes GROUP BY center_id || '/' || topic",
  ],
  ['fetched', "SELECT DISTINCT center_id || '/' || topic AS k FROM weekly_classes"],
  [
    'shards',
    "SELECT center_id || '/' || topic AS k, COUNT(*) AS n FROM weekly_classes WHERE topic IS NOT NULL GROUP BY center_id || '/' || topic",
  ],
  ['fetched', 'SELECT v.x AS y FROM (SELECT topic AS X, month AS x FROM weekly_classes) v'],
  [
    'fetched',
    'SELECT v.month AS m FROM (SELECT t.month, u.month FROM openings t JOIN weekly_classes u ON u.center_id = t.center_id) v',
  ],
  ['fetched', "SELECT month AS topic, topic || 'x' AS x FROM weekly_classes"],
  ['fetched', 'SELECT topic AS month, COUNT(*) AS n FROM weekly_classes GROUP BY topic, center_id, month'],
  ['fetched', "SELECT month AS m FROM weekly_classes WHERE m = '2021-03'"],
  ['shards', "SELECT month AS weekly_classes FROM weekly_classes WHERE weekly_classes.month = '2021-03'"],
  [
    'shards',
    "SELECT openings.topic AS t FROM weekly_classes openings WHERE openings.center_id IN (SELECT center_id FROM openings WHERE slot = 'morning')",
  ],
  [
    'fetched',
    'SELECT topic AS t FROM weekly_classes w WHERE w.attendees = (SELECT MAX(attendees) FROM weekly_classes v WHERE v.center_id = w.center_id)',
  ],
  [
    'fetched',
    'SELECT topic AS t FROM weekly_classes w WHERE w.record_id IN (SELECT v.record_id FROM openings v WHERE v.center_id = w.center_id)',
  ],
  ['refused', 'SELECT month AS m FROM weekly_classes UNION SELECT month AS m FROM openings'],
  ['fetched', 'SELECT month AS m FROM weekly_classes UNION ALL SELECT month AS m FROM openings ORDER BY m'],
  [
    'refused',
    'SELECT topic AS t, ROW_NUMBER() OVER (PARTITION BY center_id ORDER BY held_on) AS n FROM weekly_classes',
  ],
  ['refused', 'SELECT center_id FROM openings JOIN weekly_classes USING (center_id)'],
  ['refused', 'SELECT topic AS t FROM openings NATURAL JOIN weekly_classes'],
  ['fetched', 'SELECT t.slot AS s, u.topic AS p FROM openings t LEFT JOIN weekly_classes u ON u.record_id = t.reason'],
  ['refused', 'SELECT random() AS r FROM weekly_classes'],
  ['fetched', 'SELECT topic AS t FROM weekly_classes WHERE attendees / 2 > 3'],
  ['shards', 'SELECT attendees % 7 AS r, 0 - attendees % 7 AS s FROM weekly_classes'],
  ['shards', 'SELECT (0 - attendees) % 7 AS r FROM weekly_classes'],
  ['fetched', 'SELECT attendees % 0 AS r FROM weekly_classes'],
  ['fetched', 'SELECT attendees % (0 - 7) AS r FROM weekly_classes'],
  ['shards', 'SELECT 10 - attendees - 3 AS x, 2 + attendees % 5 * 3 AS y FROM weekly_classes'],
  ['shards', 'SELECT topic AS t FROM weekly_classes WHERE NOT attendees = 7 AND topic IS NULL OR attendees = 1'],
  ['shards', "SELECT topic || month AS t FROM weekly_classes WHERE topic || month > 'a' || month"],
  [
    'shards',
    'SELECT topic AS t FROM weekly_classes WHERE NOT topic IS NULL AND NOT attendees IN (1, 2) AND NOT attendees BETWEEN 5 AND 9',
  ],
  [
    'shards',
    'SELECT MAX(topic) AS t, MIN(topic) AS u, COUNT(topic) AS n, COUNT(DISTINCT month) AS m, center_id AS c FROM weekly_classes GROUP BY center_id',
  ],
  ['fetched', 'SELECT -7 % 65536 AS r FROM weekly_classes'],
  ['fetched', 'SELECT (attendees - 100000) % 65536 AS r FROM weekly_classes'],
  ['shards', 'SELECT attendees % 65536 AS r, -7 % 32767 AS q FROM weekly_classes'],
  // 18.16 says of false AND NULL that it is NULL.
  ['fetched', "SELECT record_key AS k FROM weekly_classes WHERE NOT record_key BETWEEN 'zz' AND topic"],
  ['fetched', "SELECT record_key AS k FROM weekly_classes WHERE NOT (record_key = '' AND topic = 'a')"],
  ['shards', "SELECT record_key AS k FROM weekly_classes WHERE NOT (record_key <> '' OR topic = 'a')"],
  ['shards', "SELECT record_key AS k FROM weekly_classes WHERE topic = 'a' AND record_key <> '' OR record_key <> ''"],
  // 18.16 counts a group of nothing but NULL as NULL. A group of one record is such a group wherever its topic is not given.
  ['fetched', 'SELECT COUNT(DISTINCT topic) AS m, record_key AS k FROM weekly_classes GROUP BY record_key'],
  [
    'shards',
    'SELECT COUNT(DISTINCT topic) AS m, record_key AS k FROM weekly_classes WHERE topic IS NOT NULL GROUP BY record_key',
  ],
  ['shards', 'SELECT topic AS t FROM weekly_classes ORDER BY topic'],
  ['refused', 'SELECT topic AS t FROM weekly_classes ORDER BY topic LIMIT 1'],
  ['refused', 'SELECT topic AS t FROM weekly_classes ORDER BY attendees * attendees'],
  ['shards', "SELECT topic AS t FROM weekly_classes WHERE topic < 'a' OR topic > '张'"],
  ['shards', "SELECT topic AS t FROM weekly_classes WHERE topic >= 'A' AND topic <= 'a'"],
  ['fetched', "SELECT topic AS t FROM weekly_classes WHERE topic LIKE 'a%'"],
  ['fetched', "SELECT topic AS t FROM weekly_classes WHERE 'A' <= ''"],
  ['fetched', "SELECT topic AS t FROM weekly_classes WHERE 'a' >= 'ab'"],
  ['shards', "SELECT topic AS t FROM weekly_classes WHERE '2021-03-01' <= '2021-12-31'"],
  ['fetched', "SELECT s.topic AS t FROM (SELECT topic, '' AS e FROM weekly_classes) s WHERE s.e >= 'A'"],
  [
    'fetched',
    "SELECT s.topic AS t FROM (SELECT topic, '' AS e FROM weekly_classes UNION ALL SELECT topic, 'b' AS e FROM weekly_classes) s WHERE s.e >= 'A'",
  ],
  ['fetched', "SELECT topic AS t FROM weekly_classes WHERE COALESCE(NULL, '') <= 'A'"],
  ['fetched', "SELECT topic AS t FROM weekly_classes WHERE CASE WHEN attendees > 2 THEN '' ELSE 'b' END <= 'A'"],
  [
    'shards',
    "SELECT CAST('2024-02-28' AS DATE) + 1 AS d, CAST('2021-12-31' AS DATE) + 1 AS e, CAST('2021-03-31' AS DATE) - 31 AS f FROM centers",
  ],
  ['shards', "SELECT held_on + 1 AS d FROM weekly_classes WHERE held_on < '2022-01-01'"],
  ['shards', 'SELECT day + 31 AS d, day - 59 AS e FROM days'],
  ['shards', "SELECT held_on - day AS n FROM weekly_classes CROSS JOIN days WHERE day = '2021-02-28'"],
  ['refused', "SELECT topic AS t FROM weekly_classes WHERE held_on > '2021-02-30'"],
  ['fetched', "SELECT topic AS t FROM weekly_classes WHERE held_on > '2021-2-3'"],
  ['refused', "SELECT CAST('2021-02-30' AS DATE) AS d FROM centers"],
  ['refused', "SELECT topic AS t FROM weekly_classes WHERE held_on + INTERVAL 1 MONTH > '2021-03-31'"],
  ['refused', 'SELECT attendees + 2000000000 AS x FROM weekly_classes'],
  ['refused', 'SELECT -2147483648 - attendees AS x FROM weekly_classes'],
  ['refused', 'SELECT attendees * 4000000000 AS x FROM weekly_classes'],
  ['refused', 'SELECT SUM(attendees) * SUM(attendees) AS x, center_id AS c FROM weekly_classes GROUP BY center_id'],
  ['fetched', 'SELECT COUNT(*) AS n FROM weekly_classes'],
  ['fetched', 'SELECT COUNT(*) AS n FROM weekly_classes WHERE 1 = 0'],
  ['shards', 'SELECT center_id AS c, SUM(attendees) AS n FROM weekly_classes GROUP BY center_id HAVING 1 = 0'],
  [
    'shards',
    'SELECT center_id AS c, SUM(CASE WHEN attendees > 5 THEN attendees END) AS n FROM weekly_classes GROUP BY center_id',
  ],
  [
    'shards',
    'SELECT s.c AS c, COUNT(*) AS n FROM (SELECT DISTINCT center_id AS c, attendees AS a FROM weekly_classes) s GROUP BY s.c',
  ],
  ['shards', 'SELECT d.month AS m FROM centers c CROSS JOIN months d'],
  ['fetched', 'SELECT topic AS "a""b" FROM weekly_classes'],
  ['shards', 'SELECT topic AS t FROM weekly_classes -- 一句话'],
  ['fetched', 'SELECT topic AS t /* 一句话 */ FROM weekly_classes'],
  ['fetched', 'SELECT month AS m FROM weekly_classes WHERE attendees NOT IN (SELECT staff_due FROM openings)'],
  [
    'fetched',
    "SELECT month AS m FROM weekly_classes WHERE center_id || '/' || topic NOT IN (SELECT center_id || '/' || reason FROM openings)",
  ],
  ['fetched', "SELECT month AS m FROM weekly_classes WHERE topic NOT IN ('a', NULL)"],
  [
    'fetched',
    'SELECT t.version AS v, COUNT(*) AS n FROM required_items t GROUP BY t.version HAVING CASE WHEN t.version IS NOT NULL THEN t.version ELSE COUNT(*) END IN (1)',
  ],
]
