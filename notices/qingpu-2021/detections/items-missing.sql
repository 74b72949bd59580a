-- 条款：1.1.1
-- 名称：应进驻的服务事项没有进驻
-- 说明：市里要求进驻的事项，到应进驻的第一天（周期开始前就要求的，看周期第一天）中心还没有在办。每个中心每个事项一例。
--   已经在办、周期内又撤出的，由“自行增加或减少服务事项”查；经批准撤出的不算。
--   看不出清单上写着在办、窗口实际不受理的。
-- 数据：required_items、offered_items
-- 形式：逐条

SELECT
  need.center_id                          AS center_id,
  need.center_id || '/' || need.item_id   AS subject,
  need.first_day                          AS occurred_on,
  1                                       AS occurrences,
  NULL                                    AS event_key,
  need.record_ref                         AS record_ref
FROM (
  -- 每个中心、每条要求，从哪天起应当在办
  SELECT
    c.center_id    AS center_id,
    r.item_id      AS item_id,
    r.record_key   AS record_key,
    r.record_ref   AS record_ref,
    CASE WHEN r.from_on > :period_from THEN r.from_on ELSE CAST(:period_from AS DATE) END AS first_day
  FROM required_items AS r
  CROSS JOIN centers AS c
  WHERE r.from_on <= :period_to
    AND r.from_on <= :as_of
    AND (r.to_on IS NULL OR r.to_on >= :period_from)
) AS need
WHERE need.center_id || '/' || need.record_key NOT IN (
  -- 那天已经在办，或者此前经批准撤出
  SELECT o.center_id || '/' || r.record_key
  FROM offered_items AS o
  JOIN required_items AS r ON r.item_id = o.item_id
  WHERE (o.from_on <= r.from_on OR o.from_on <= :period_from)
    AND (
      o.to_on IS NULL
      OR o.to_on >= r.from_on AND o.to_on >= :period_from
      OR o.approval_no IS NOT NULL
    )
)
