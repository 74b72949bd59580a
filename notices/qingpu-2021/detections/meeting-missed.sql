-- 条款：7.3.1
-- 名称：缺席会议或活动
-- 说明：没有请假而缺席。写了原因的也列出，原因算不算正当由人判断；经批准缺席的不列。
--   布置的工作任务完成得及时不及时，不在这里，看任务的台账。
-- 数据：meetings
-- 形式：逐条

SELECT
  center_id,
  record_key   AS subject,
  held_on      AS occurred_on,
  1            AS occurrences,
  NULL         AS event_key,
  record_ref
FROM meetings
WHERE held_on BETWEEN :period_from AND :period_to
  AND attendance = 'absent'
