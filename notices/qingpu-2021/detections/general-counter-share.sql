-- 条款：5.3.1
-- 要求：1
-- 名称：综合窗口比例低于80%
-- 说明：按窗口登记，一个窗口在用一天算一个窗口·天；综合窗口的窗口·天占全部受理窗口的几成。总服务台不是受理窗口，不算。
--   这是全周期的平均：某几个月不足、其余月份补足的看不出来，请看明细里的启用、停用日期。周期过完才有定数。
-- 数据：counters
-- 形式：比率
-- 判断：条款

SELECT
  center_id,
  SUBSTRING(:period_from, 1, 4)   AS period,
  SUM(is_general)                 AS numerator,
  COUNT(*)                        AS denominator
FROM (
  -- 一个窗口一天只算一次
  SELECT
    c.center_id                                              AS center_id,
    c.counter_id                                             AS counter_id,
    d.day                                                    AS day,
    MAX(CASE WHEN c.kind = 'general' THEN 1 ELSE 0 END)      AS is_general
  FROM counters AS c
  CROSS JOIN days AS d
  WHERE c.kind IN ('general', 'special')
    AND c.opens_on <= d.day
    AND (c.closes_on IS NULL OR c.closes_on >= d.day)
    AND :as_of >= :period_to
  GROUP BY c.center_id, c.counter_id, d.day
) AS counter_days
GROUP BY center_id

-- 明细
-- 周期里用过的受理窗口
SELECT record_ref
FROM counters
WHERE center_id = :center_id
  AND SUBSTRING(:period_from, 1, 4) = :period
  AND kind IN ('general', 'special')
  AND opens_on <= :period_to
  AND (closes_on IS NULL OR closes_on >= :period_from)
