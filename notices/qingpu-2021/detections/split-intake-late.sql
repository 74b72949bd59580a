-- 条款：5.4.2
-- 名称：收受分离业务超时响应
-- 说明：一件业务有两个中心、两个时限：收件中心转出晚了，记在收件中心；受理中心答复晚了，记在受理中心，从转出时起算，
--   不替收件中心受过。两家都晚就是两个疑点。还没有转出、没有答复的，看到今天过没过期。
--   系统之间传送耽误的分不出来，请核对流转日志。
-- 数据：split_intakes
-- 形式：逐条
-- 参数：forward_working_days = 1 个工作日 | 口径：通知没有写收件后多久转出；先按次一工作日，请考核办确认
-- 参数：answer_working_days = 2 个工作日 | 口径：通知没有写转出后多久答复；先按2个工作日，请考核办确认

SELECT
  center_id,
  subject,
  occurred_on,
  1       AS occurrences,
  NULL    AS event_key,
  record_ref
FROM (
  -- 收件中心：从收件到转出
  SELECT
    center_id,
    record_key || '/receiving'   AS subject,
    CAST(received_at AS DATE)    AS occurred_on,
    received_at_start_day        AS start_day,
    sent_at_stop_day             AS stop_day,
    :forward_working_days        AS allowed,
    record_ref
  FROM split_intakes
  UNION ALL
  -- 受理中心：从转出到答复
  SELECT
    accepting_center_id          AS center_id,
    record_key || '/accepting'   AS subject,
    -- 转出了的才在这里；旧版 ClickHouse 不能转换可能为空的一列，所以写上不会用到的收件时间
    CAST(COALESCE(sent_at, received_at) AS DATE)   AS occurred_on,
    sent_at_start_day            AS start_day,
    answered_at_stop_day         AS stop_day,
    :answer_working_days         AS allowed,
    record_ref
  FROM split_intakes
  WHERE sent_at IS NOT NULL
) AS steps
WHERE occurred_on BETWEEN :period_from AND :period_to
  AND COALESCE(stop_day, :as_of_stop_day) - start_day > allowed
