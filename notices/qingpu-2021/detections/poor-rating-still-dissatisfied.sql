-- 条款：10.3.2
-- 名称：差评经回访仍不满意
-- 说明：与“经核实属实的差评”同样的评价，回访以后评价人仍不满意。与那次差评、与由它转来的12345工单是同一件事。
--   联系不上、没有回访的不列。
-- 数据：ratings
-- 形式：逐条
-- 参数：poor_stars = 3 星 | 口径：通知原文“3星以下”，包不包括3星是待定的问题；没有答复前按包括 | 问题 10.3/ambiguous-inclusive：inclusive = 3，exclusive = 2

SELECT
  center_id,
  record_key               AS subject,
  CAST(rated_at AS DATE)   AS occurred_on,
  1                        AS occurrences,
  'rating:' || record_id   AS event_key,
  record_ref
FROM ratings
WHERE CAST(rated_at AS DATE) BETWEEN :period_from AND :period_to
  AND satisfaction_rank <= :poor_stars
  AND verification = 'substantiated'
  AND (responsibility IS NULL OR responsibility IN ('center', 'staff'))
  AND channel <> 'system-default'
  AND COALESCE(is_excluded, 'no') = 'no'
  AND follow_up = 'dissatisfied'
