-- 条款：3.5.1
-- 名称：窗口中途停下
-- 说明：同一窗口一天里停下超过规定的分钟数又重新开，而且不是午休：疑似脱岗。一次停下是一人次。
--   经安排的轮休、换岗、当天提前关窗不再开的，数据分不出来，请核对排班和录像；没有开窗记录的总服务台看不出来。
-- 数据：counter_hours
-- 形式：逐条
-- 参数：pause_minutes = 15 分钟 | 口径：通知没有写多久算脱岗；如厕、交接按15分钟容许，请考核办确认
-- 参数：lunch_minute = 720 分（一天中的第几分钟） | 口径：720 是中午12点；停下的时间跨过这一刻的算午休，请考核办按实际午休确认

SELECT
  center_id,
  record_key        AS subject,
  MIN(stopped_on)   AS occurred_on,
  1                 AS occurrences,
  NULL              AS event_key,
  MIN(record_ref)   AS record_ref
FROM (
  -- 每一段开窗，与同一窗口当天其后的各段
  SELECT
    one.center_id     AS center_id,
    one.record_key    AS record_key,
    one.record_ref    AS record_ref,
    one.stopped_on    AS stopped_on,
    one.stopped       AS stopped,
    later.resumed     AS resumed
  FROM (
    SELECT
      center_id,
      counter_id,
      record_key,
      record_ref,
      CAST(closed_at AS DATE)   AS stopped_on,
      closed_at_seconds         AS stopped
    FROM counter_hours
    WHERE CAST(closed_at AS DATE) BETWEEN :period_from AND :period_to
  ) AS one
  JOIN (
    SELECT
      center_id,
      counter_id,
      CAST(opened_at AS DATE)   AS resumed_on,
      opened_at_seconds         AS resumed
    FROM counter_hours
  ) AS later ON later.center_id = one.center_id AND later.counter_id = one.counter_id AND later.resumed_on = one.stopped_on
  WHERE later.resumed >= one.stopped
) AS pauses
GROUP BY center_id, record_key
HAVING MIN(resumed) - MIN(stopped) > :pause_minutes * 60
  -- 跨过中午的是午休；秒数从世界时起，加 8 小时（28800 秒）是当地时间
  AND (
    (MIN(stopped) + 28800) % 86400 > :lunch_minute * 60
    OR (MIN(resumed) + 28800) % 86400 < :lunch_minute * 60
  )
