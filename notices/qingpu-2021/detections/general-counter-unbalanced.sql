-- 条款：5.8.2
-- 名称：综合窗口忙闲不均
-- 说明：周期里一直登记为综合窗口的窗口，每小时办的件数比本中心全部综合窗口的平均高出或低于一定比例。开窗多少小时按开放时段算，
--   所以中途启用的、开得少的窗口不吃亏；按平均本应办的件数太少的不看。
--   各件难易不同、预约集中的窗口也会列出，是不是“堆积”由人判断。周期过完才有定数。
-- 数据：service_cases、counters、counter_hours
-- 形式：逐条
-- 参数：imbalance_percent = 50 % | 口径：通知没有写差多少算不均衡；先按高或低50%，请考核办确认
-- 参数：least_cases = 100 件 | 口径：按平均本应办不到100件的窗口，高低多半是碰巧，不看

SELECT
  one.center_id                               AS center_id,
  one.center_id || '/' || one.counter_id      AS subject,
  CAST(:period_to AS DATE)                    AS occurred_on,
  1                                           AS occurrences,
  NULL                                        AS event_key,
  one.general_ref                             AS record_ref
FROM (
  -- 每个综合窗口办了几件，开了几秒
  SELECT
    center_id,
    counter_id,
    SUM(cases)         AS cases,
    SUM(seconds)       AS seconds,
    MAX(record_ref)    AS general_ref
  FROM (
    SELECT center_id, counter_id, 1 AS cases, 0 AS seconds, '' AS record_ref
    FROM service_cases
    WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
      AND channel = 'counter'
      AND counter_id IS NOT NULL
    UNION ALL
    SELECT center_id, counter_id, 0 AS cases, closed_at_seconds - opened_at_seconds AS seconds, '' AS record_ref
    FROM counter_hours
    WHERE CAST(opened_at AS DATE) BETWEEN :period_from AND :period_to
    UNION ALL
    SELECT center_id, counter_id, 0 AS cases, 0 AS seconds, record_ref
    FROM counters
    WHERE kind = 'general'
      AND opens_on <= :period_to
      AND (closes_on IS NULL OR closes_on >= :period_from)
  ) AS work
  WHERE center_id || '/' || counter_id NOT IN (
    SELECT center_id || '/' || counter_id
    FROM counters
    WHERE kind <> 'general'
      AND opens_on <= :period_to
      AND (closes_on IS NULL OR closes_on >= :period_from)
  )
  GROUP BY center_id, counter_id
  -- 登记为综合窗口的才有那条登记
  HAVING MAX(record_ref) <> ''
) AS one
JOIN (
  -- 本中心全部综合窗口，同样算
  SELECT
    center_id,
    SUM(cases)     AS cases,
    SUM(seconds)   AS seconds
  FROM (
    SELECT
      center_id,
      counter_id,
      SUM(cases)     AS cases,
      SUM(seconds)   AS seconds
    FROM (
      SELECT center_id, counter_id, 1 AS cases, 0 AS seconds, '' AS record_ref
      FROM service_cases
      WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
        AND channel = 'counter'
        AND counter_id IS NOT NULL
      UNION ALL
      SELECT center_id, counter_id, 0 AS cases, closed_at_seconds - opened_at_seconds AS seconds, '' AS record_ref
      FROM counter_hours
      WHERE CAST(opened_at AS DATE) BETWEEN :period_from AND :period_to
      UNION ALL
      SELECT center_id, counter_id, 0 AS cases, 0 AS seconds, record_ref
      FROM counters
      WHERE kind = 'general'
        AND opens_on <= :period_to
        AND (closes_on IS NULL OR closes_on >= :period_from)
    ) AS work
    WHERE center_id || '/' || counter_id NOT IN (
      SELECT center_id || '/' || counter_id
      FROM counters
      WHERE kind <> 'general'
        AND opens_on <= :period_to
        AND (closes_on IS NULL OR closes_on >= :period_from)
    )
    GROUP BY center_id, counter_id
    HAVING MAX(record_ref) <> ''
  ) AS counter
  GROUP BY center_id
) AS whole ON whole.center_id = one.center_id
WHERE :as_of >= :period_to
  -- 按平均本应办的件数 = 它的秒数 × 全部件数 ÷ 全部秒数
  AND one.seconds * whole.cases >= :least_cases * whole.seconds
  AND (
    one.cases * whole.seconds * 100 > one.seconds * whole.cases * (100 + :imbalance_percent)
    OR one.cases * whole.seconds * 100 < one.seconds * whole.cases * (100 - :imbalance_percent)
  )
