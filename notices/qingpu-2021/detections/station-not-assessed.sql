-- 条款：6.2.1
-- 名称：村级服务中心没有考核
-- 说明：整个周期都在运行的村级服务中心，一年里没有考核过。一个中心一个疑点，逐个站点列出。
--   周期中才启用或已停用的不列。周期过完才有定数。
-- 数据：stations、station_visits
-- 形式：逐条

SELECT
  center_id,
  center_id                  AS subject,
  CAST(:period_to AS DATE)   AS occurred_on,
  1                          AS occurrences,
  NULL                       AS event_key,
  record_ref
FROM stations
WHERE :as_of >= :period_to
  AND from_on <= :period_from
  AND (to_on IS NULL OR to_on >= :period_to)
  AND center_id || '/' || record_id NOT IN (
    SELECT center_id || '/' || station_id
    FROM station_visits
    WHERE visited_on BETWEEN :period_from AND :period_to
      AND kind = 'assessment'
  )
