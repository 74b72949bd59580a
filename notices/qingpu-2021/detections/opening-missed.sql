-- 条款：5.2.1
-- 名称：没有做到全年无休
-- 说明：应开放的时段没有开放，或没有任何登记；双休日、节假日同样要开放。经批准暂停、不可抗力的不算。
--   一个中心一个月一个疑点，逐个时段列出。登记为开放而实际关门的看不出来，请暗访。
-- 数据：openings
-- 形式：逐条
-- 参数：afternoon_on_rest_days = 1 （1 要开放，0 不要） | 口径：通知只写“全年无休”，没有写休息日开半天还是全天；先按全天，请考核办确认

SELECT
  center_id,
  center_id || '/' || month   AS subject,
  day                         AS occurred_on,
  1                           AS occurrences,
  NULL                        AS event_key,
  -- 登记为未开放的，指那条登记；没有登记的，写 absent（字母在前，有登记就取登记）
  MAX(record_ref)             AS record_ref
FROM (
  -- 应开放的时段
  SELECT
    c.center_id   AS center_id,
    due.month     AS month,
    due.day       AS day,
    due.slot      AS slot,
    1             AS is_due,
    0             AS is_kept,
    'absent:openings/' || c.center_id || '/' || CAST(due.day AS VARCHAR) || '/' || due.slot   AS record_ref
  FROM (
    SELECT month, day, 'morning' AS slot
    FROM days
    WHERE day <= :as_of
    UNION ALL
    SELECT month, day, 'afternoon' AS slot
    FROM days
    WHERE day <= :as_of
      AND (is_working_day = 1 OR :afternoon_on_rest_days = 1)
  ) AS due
  CROSS JOIN centers AS c
  UNION ALL
  -- 登记的时段：开放，或经批准暂停
  SELECT
    center_id,
    month,
    day,
    slot,
    0                                                AS is_due,
    CASE WHEN status = 'closed' THEN 0 ELSE 1 END    AS is_kept,
    record_ref
  FROM openings
) AS slots
GROUP BY center_id, month, day, slot
HAVING SUM(is_due) = 1
  AND SUM(is_kept) = 0
