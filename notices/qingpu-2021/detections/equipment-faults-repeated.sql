-- 条款：3.3.1
-- 要求：0
-- 名称：一个月里设备故障多于一次
-- 说明：一个中心一个月里报修的故障超过允许的次数；超过几次是几次。不问由谁负责：通知只把“责任范围内”写在修复上，
--   不该由中心承担的请在查实时减去。没有报修的故障看不出来。
-- 数据：equipment_faults
-- 形式：逐条
-- 参数：faults_allowed = 1 次 | 口径：通知原文“每月故障不超过一次”

SELECT
  f.center_id                       AS center_id,
  f.center_id || '/' || f.month     AS subject,
  CAST(f.reported_at AS DATE)       AS occurred_on,
  m.faults - :faults_allowed        AS occurrences,
  NULL                              AS event_key,
  f.record_ref                      AS record_ref
FROM equipment_faults AS f
JOIN (
  SELECT
    center_id,
    month,
    COUNT(*)   AS faults
  FROM equipment_faults
  WHERE CAST(reported_at AS DATE) BETWEEN :period_from AND :period_to
  GROUP BY center_id, month
  HAVING COUNT(*) > :faults_allowed
) AS m ON m.center_id = f.center_id AND m.month = f.month
WHERE CAST(f.reported_at AS DATE) BETWEEN :period_from AND :period_to
