-- 条款：5.7.1
-- 名称：没有刷证办事
-- 说明：窗口办件的申请人身份是手工录入的，本中心又没有读证失败的记录说明为什么。刷了身份证、亮了电子证照的不列。
--   系统没有记下身份录入方式的看不出来；读证设备整天故障而没有留下记录的，请对照报修单。
-- 数据：service_cases、licence_reads
-- 形式：逐条

SELECT
  center_id,
  record_key                   AS subject,
  CAST(submitted_at AS DATE)   AS occurred_on,
  1                            AS occurrences,
  NULL                         AS event_key,
  record_ref
FROM service_cases
WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
  AND channel = 'counter'
  AND login_method = 'manual'
  AND center_id || '/' || record_id NOT IN (
    SELECT center_id || '/' || case_id
    FROM licence_reads
    WHERE result = 'failed'
  )
