-- 条款：7.1.1
-- 名称：没有开展每周课堂
-- 说明：周一到周日整周在周期之内、已经过完，而没有一次有人签到的课。首尾不满一周的不算。
--   课上得怎样看不出来，请抽查教案和签到。
-- 数据：weekly_classes
-- 形式：逐条
-- 参数：least_working_days = 1 个工作日 | 口径：通知写“每周”；一周里只要有1个工作日就应开课，长假那几周是否免，请考核办确认

SELECT
  center_id,
  center_id || '/' || CAST(monday AS VARCHAR)                          AS subject,
  monday + 6                                                           AS occurred_on,
  1                                                                    AS occurrences,
  NULL                                                                 AS event_key,
  'absent:weekly_classes/' || center_id || '/' || CAST(monday AS VARCHAR)   AS record_ref
FROM (
  -- 每个中心应当开课的每一周
  SELECT
    c.center_id   AS center_id,
    w.monday      AS monday
  FROM (
    SELECT
      day - (weekday - 1)   AS monday
    FROM days
    WHERE day <= :as_of
    GROUP BY day - (weekday - 1)
    HAVING COUNT(*) = 7
      AND SUM(is_working_day) >= :least_working_days
  ) AS w
  CROSS JOIN centers AS c
) AS due
WHERE center_id || '/' || CAST(monday AS VARCHAR) NOT IN (
  -- 有人签到的课，在哪一周
  SELECT k.center_id || '/' || CAST(k.held_on - (d.weekday - 1) AS VARCHAR)
  FROM weekly_classes AS k
  JOIN days AS d ON d.day = k.held_on
  WHERE k.attendees > 0
)
