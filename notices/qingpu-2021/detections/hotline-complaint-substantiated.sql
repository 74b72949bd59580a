-- 条款：10.4.1
-- 名称：经核实属实的12345投诉
-- 说明：投诉类工单，经核实属实，由中心或其工作人员负责；责任还没有归属的也列出。咨询、求助、建议不算，因政策、市级系统而起的不算。
--   由好差评转来的，与那次评价是同一件事，按通知以“好差评”标准扣分；两边有一边写明了联系就认得出。
-- 数据：hotline_orders、ratings
-- 形式：逐条

SELECT
  o.center_id                   AS center_id,
  o.record_key                  AS subject,
  CAST(o.received_at AS DATE)   AS occurred_on,
  1                             AS occurrences,
  CASE WHEN link.rating_id <> '' THEN 'rating:' || link.rating_id END   AS event_key,
  o.record_ref                  AS record_ref
FROM hotline_orders AS o
JOIN (
  -- 每张工单来自哪次评价；不是由评价转来的为空
  SELECT
    order_id,
    MAX(rating_id)   AS rating_id
  FROM (
    SELECT record_id AS order_id, '' AS rating_id
    FROM hotline_orders
    UNION ALL
    SELECT record_id AS order_id, rating_id
    FROM hotline_orders
    WHERE rating_id IS NOT NULL
    UNION ALL
    SELECT order_id, record_id AS rating_id
    FROM ratings
    WHERE order_id IS NOT NULL
  ) AS links
  GROUP BY order_id
) AS link ON link.order_id = o.record_id
WHERE CAST(o.received_at AS DATE) BETWEEN :period_from AND :period_to
  AND o.kind = 'complaint'
  AND o.verification = 'substantiated'
  AND (o.responsibility IS NULL OR o.responsibility IN ('center', 'staff'))
