-- 条款：5.5.1
-- 名称：网上申请超时响应
-- 说明：网上提交的申请，中心第一次答复（受理、补正或不予受理）晚于时限；直接办结的，以办结为答复。还没有答复的，看到今天过没过期。
--   没有答复就被申请人撤回的不算。由市级系统耽误的分不出来。
-- 数据：service_cases
-- 形式：逐条
-- 参数：response_working_days = 2 个工作日 | 口径：通知没有写网上申请多久算超时；先按2个工作日，请考核办按各事项的规定确认

SELECT
  center_id,
  record_key                   AS subject,
  CAST(submitted_at AS DATE)   AS occurred_on,
  1                            AS occurrences,
  NULL                         AS event_key,
  record_ref
FROM service_cases
WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
  AND channel = 'online'
  AND (responded_at IS NOT NULL OR status <> 'withdrawn')
  AND COALESCE(responded_at_stop_day, completed_at_stop_day, :as_of_stop_day) - submitted_at_start_day > :response_working_days
