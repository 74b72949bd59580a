-- 条款：5.10.1
-- 名称：承诺件没有收件回执
-- 说明：已经受理或办结的承诺件没有回执号。还没有受理的、不予受理的、撤回的不列。
--   给了回执而没有录入的也会列出；录入了回执号而没有交给申请人的看不出来，请回访。
-- 数据：service_cases
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
  AND case_type = 'promised'
  AND receipt_no IS NULL
  AND (status = 'completed' OR status = 'in-progress' AND responded_at IS NOT NULL)
