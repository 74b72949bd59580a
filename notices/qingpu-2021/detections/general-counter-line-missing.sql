-- 条款：5.8.1
-- 名称：综合窗口不办某个条线的常办业务
-- 说明：周期里一直登记为综合窗口的窗口，按它办的件数和这个条线在本中心占的比例，本应办到一定件数，却一件没有。
--   这样算，件数少的窗口、不常办的条线不会起疑。整个中心都不办的条线看不出来，见“应进驻的服务事项没有进驻”。周期过完才有定数。
-- 数据：service_cases、counters
-- 形式：逐条
-- 参数：expected_cases = 20 件 | 口径：通知没有写怎样算“常办”；按比例本应办20件而一件没有，不会是碰巧，请考核办确认

SELECT
  counter.center_id                                                          AS center_id,
  counter.center_id || '/' || counter.counter_id || '/' || handled.line      AS subject,
  CAST(:period_to AS DATE)                                                   AS occurred_on,
  1                                                                          AS occurrences,
  NULL                                                                       AS event_key,
  counter.record_ref                                                         AS record_ref
FROM (
  -- 一直是综合窗口的窗口，各办了几件
  SELECT
    c.center_id    AS center_id,
    c.counter_id   AS counter_id,
    c.record_ref   AS record_ref,
    n.cases        AS cases
  FROM counters AS c
  JOIN (
    SELECT center_id, counter_id, COUNT(*) AS cases
    FROM service_cases
    WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
      AND channel = 'counter'
      AND counter_id IS NOT NULL
    GROUP BY center_id, counter_id
  ) AS n ON n.center_id = c.center_id AND n.counter_id = c.counter_id
  WHERE c.kind = 'general'
    AND c.opens_on <= :period_to
    AND (c.closes_on IS NULL OR c.closes_on >= :period_from)
    AND c.center_id || '/' || c.counter_id NOT IN (
      SELECT center_id || '/' || counter_id
      FROM counters
      WHERE kind <> 'general'
        AND opens_on <= :period_to
        AND (closes_on IS NULL OR closes_on >= :period_from)
    )
) AS counter
JOIN (
  -- 每个中心的窗口办的：各条线几件，一共几件
  SELECT
    one.center_id   AS center_id,
    one.line        AS line,
    one.cases       AS line_cases,
    whole.cases     AS all_cases
  FROM (
    SELECT center_id, line, COUNT(*) AS cases
    FROM service_cases
    WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
      AND channel = 'counter'
      AND line IS NOT NULL
    GROUP BY center_id, line
  ) AS one
  JOIN (
    SELECT center_id, COUNT(*) AS cases
    FROM service_cases
    WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
      AND channel = 'counter'
    GROUP BY center_id
  ) AS whole ON whole.center_id = one.center_id
) AS handled ON handled.center_id = counter.center_id
WHERE :as_of >= :period_to
  -- 本应办的件数 = 窗口的件数 × 条线的件数 ÷ 全部件数，不小于参数
  AND counter.cases * handled.line_cases >= :expected_cases * handled.all_cases
  AND counter.center_id || '/' || counter.counter_id || '/' || handled.line NOT IN (
    SELECT center_id || '/' || counter_id || '/' || line
    FROM service_cases
    WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
      AND channel = 'counter'
      AND counter_id IS NOT NULL
      AND line IS NOT NULL
  )
