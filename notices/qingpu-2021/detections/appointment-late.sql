-- 条款：5.6.1
-- 名称：网上预约超时
-- 说明：提交预约后中心没有按期确认（仍在等候确认的，看到今天过没过期），或申请人按时到场后等得太久才开始办理。
--   迟到的从到场时起算；没有取号时间的看不出等了多久。取消的预约只看确认得晚不晚。一个预约两样都晚，也只是一件。
-- 数据：appointments
-- 形式：逐条
-- 参数：confirm_working_days = 1 个工作日 | 口径：通知只写“及时响应”，没有写时限；先按次一工作日，请考核办确认
-- 参数：wait_minutes = 30 分钟 | 口径：通知没有写到场后等多久算超时；先按30分钟，请考核办确认

SELECT
  center_id,
  record_key                 AS subject,
  CAST(created_at AS DATE)   AS occurred_on,
  1                          AS occurrences,
  NULL                       AS event_key,
  record_ref
FROM appointments
WHERE CAST(created_at AS DATE) BETWEEN :period_from AND :period_to
  AND (
    -- 确认得晚，或还在等候确认而期限已过
    (confirmed_at IS NOT NULL OR status = 'waiting')
    AND COALESCE(confirmed_at_stop_day, :as_of_stop_day) - created_at_start_day > :confirm_working_days
    -- 按时到的从约定的时段算，迟到的从到场算
    OR arrived_at <= slot_at
    AND served_at_seconds - slot_at_seconds > :wait_minutes * 60
    OR arrived_at > slot_at
    AND served_at_seconds - arrived_at_seconds > :wait_minutes * 60
  )
