-- 条款：5.5.2
-- 名称：网办率偏低
-- 说明：网上提交的办件占全部办件的几成。通知查的是“未能配合做好提升网办率工作”，网办率低只是线索，
--   工作做没做要看部署、宣传和引导的记录。周期过完才有定数。
-- 数据：service_cases
-- 形式：比率
-- 判断：< min_online_rate %
-- 参数：min_online_rate = 50 % | 口径：通知没有写网办率的数；先按50%，请考核办按市里当年的指标确认

SELECT
  center_id,
  SUBSTRING(:period_from, 1, 4)                          AS period,
  SUM(CASE WHEN channel = 'online' THEN 1 ELSE 0 END)    AS numerator,
  COUNT(*)                                               AS denominator
FROM service_cases
WHERE CAST(submitted_at AS DATE) BETWEEN :period_from AND :period_to
  AND :as_of >= :period_to
GROUP BY center_id
