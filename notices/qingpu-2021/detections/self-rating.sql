-- 条款：3.4.2
-- 名称：自行评价
-- 说明：同一台评价终端（或同一网络地址）在一次评价的前后几十秒里，评了好几件不同的办件：服务对象不会这样评。
--   每一次这样的评价是一人次。同一件反复评的不算，系统默认评价不算。
--   看不出慢慢按的、换终端按的，也分不清是工作人员按的还是服务对象一起补按的，请调看录像。
-- 数据：ratings
-- 形式：逐条
-- 参数：burst_seconds = 30 秒 | 口径：通知没有写；办一件至少要几分钟，前后30秒内不会有几件都由本人评价，请考核办确认
-- 参数：burst_ratings = 3 件 | 口径：通知没有写；两件可能碰巧，三件起疑，请考核办确认

SELECT
  center_id,
  record_key        AS subject,
  MIN(rated_on)     AS occurred_on,
  1                 AS occurrences,
  NULL              AS event_key,
  MIN(record_ref)   AS record_ref
FROM (
  -- 每一次评价，与同一终端上前后几十秒里对别的办件的评价
  SELECT
    one.center_id    AS center_id,
    one.record_key   AS record_key,
    one.record_ref   AS record_ref,
    one.rated_on     AS rated_on,
    near.case_id     AS near_case_id
  FROM (
    SELECT
      center_id,
      record_key,
      record_ref,
      device_id,
      case_id,
      CAST(rated_at AS DATE)                                AS rated_on,
      rated_at_seconds                                      AS seconds,
      rated_at_seconds - rated_at_seconds % :burst_seconds  AS span
    FROM ratings
    WHERE CAST(rated_at AS DATE) BETWEEN :period_from AND :period_to
      AND device_id IS NOT NULL
      AND case_id IS NOT NULL
      AND channel <> 'system-default'
  ) AS one
  JOIN (
    -- 时间切成一段一段：只与本段和前后各一段的相比，不必两两相比
    SELECT
      center_id,
      device_id,
      case_id,
      rated_at_seconds                                      AS seconds,
      rated_at_seconds - rated_at_seconds % :burst_seconds  AS span
    FROM ratings
    WHERE channel <> 'system-default'
    UNION ALL
    SELECT
      center_id,
      device_id,
      case_id,
      rated_at_seconds                                                       AS seconds,
      rated_at_seconds - rated_at_seconds % :burst_seconds + :burst_seconds  AS span
    FROM ratings
    WHERE channel <> 'system-default'
    UNION ALL
    SELECT
      center_id,
      device_id,
      case_id,
      rated_at_seconds                                                       AS seconds,
      rated_at_seconds - rated_at_seconds % :burst_seconds - :burst_seconds  AS span
    FROM ratings
    WHERE channel <> 'system-default'
  ) AS near ON near.center_id = one.center_id AND near.device_id = one.device_id AND near.span = one.span
  WHERE near.seconds BETWEEN one.seconds - :burst_seconds AND one.seconds + :burst_seconds
    AND near.case_id IS NOT NULL
    AND near.case_id <> one.case_id
) AS pairs
GROUP BY center_id, record_key
-- 加上它自己那件
HAVING COUNT(DISTINCT near_case_id) + 1 >= :burst_ratings
