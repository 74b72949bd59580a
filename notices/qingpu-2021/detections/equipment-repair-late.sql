-- 条款：3.3.1
-- 要求：1
-- 名称：设备故障没有按期修复
-- 说明：由中心或其工作人员负责的故障，报修后没有在规定的工作日内修复，或到今天还没有修复而期限已过。
--   由市级系统、供应商等负责的不列。报修时间填得晚的看不出来。
-- 数据：equipment_faults
-- 形式：逐条
-- 参数：repair_working_days = 5 个工作日 | 口径：通知原文“责任范围内5个工作日内修复”；报修当天不算，最后一天遇休息日顺延（民法典第201、203条）

SELECT
  center_id,
  record_key                  AS subject,
  CAST(reported_at AS DATE)   AS occurred_on,
  1                           AS occurrences,
  NULL                        AS event_key,
  record_ref
FROM equipment_faults
WHERE CAST(reported_at AS DATE) BETWEEN :period_from AND :period_to
  AND responsibility IN ('center', 'staff')
  -- 还没有修复的，看到今天过了几个工作日
  AND COALESCE(repaired_at_stop_day, :as_of_stop_day) - reported_at_start_day > :repair_working_days
