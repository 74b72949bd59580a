-- 条款：1.3.1
-- 名称：工作人员没有到岗到位
-- 说明：开放的时段里，实到人数少于排班应到人数；缺几人是几例。没有登记人数的时段看不出来。
--   请假、调休已经从应到人数中减去的前提下才算缺岗，请核对当天的排班。
-- 数据：openings
-- 形式：逐条

SELECT
  center_id,
  record_key                  AS subject,
  day                         AS occurred_on,
  staff_due - staff_present   AS occurrences,
  NULL                        AS event_key,
  record_ref
FROM openings
WHERE day BETWEEN :period_from AND :period_to
  AND status = 'open'
  AND staff_present < staff_due
