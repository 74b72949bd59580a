-- 条款：3.4.1
-- 名称：评价率低于70%
-- 说明：窗口受理、已经办结的办件里，有几件得到了服务对象的评价。系统默认评价不算，经认定的误评、恶意评价不算，
--   同一件评了几次只算一次；从哪个渠道评的都算，但要记在这件所在的中心。周期过完才有定数。
--   看不出窗口有没有拒绝评价，也看不出由谁按的评价器（见“自行评价”）。
-- 数据：service_cases、ratings
-- 形式：比率
-- 判断：条款

SELECT
  center_id,
  SUBSTRING(:period_from, 1, 4)   AS period,
  SUM(is_rated)                   AS numerator,
  COUNT(*)                        AS denominator
FROM (
  SELECT
    center_id,
    CASE
      WHEN center_id || '/' || record_id IN (
        SELECT center_id || '/' || case_id
        FROM ratings
        WHERE case_id IS NOT NULL
          AND channel <> 'system-default'
          AND COALESCE(is_excluded, 'no') = 'no'
      ) THEN 1
      ELSE 0
    END   AS is_rated
  FROM service_cases
  WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
    AND :as_of >= :period_to
    AND channel = 'counter'
    AND status = 'completed'
) AS completed
GROUP BY center_id
