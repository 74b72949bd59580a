-- 条款：7.2.1
-- 名称：信息报送一个月不足2篇
-- 说明：一个中心一个月报送的篇数，采用没采用都算；月份过完才判断。同一篇报了两次的看不出来，请看标题。
-- 数据：articles
-- 形式：比率
-- 判断：条款

SELECT
  center_id,
  month           AS period,
  SUM(articles)   AS numerator,
  1               AS denominator
FROM (
  -- 一篇都没有的月份也要在：每个中心每个过完的月份先记 0 篇
  SELECT
    c.center_id   AS center_id,
    m.month       AS month,
    0             AS articles
  FROM months AS m
  CROSS JOIN centers AS c
  WHERE m.last_day <= :as_of
  UNION ALL
  SELECT
    center_id,
    month,
    1             AS articles
  FROM articles
  WHERE submitted_on BETWEEN :period_from AND :period_to
) AS submitted
GROUP BY center_id, month
-- 还没有过完的月份没有记 0 的那一行
HAVING MIN(articles) = 0

-- 明细
SELECT record_ref
FROM articles
WHERE center_id = :center_id
  AND month = :period
