-- 条款：10.3.1
-- 名称：经核实属实的差评
-- 说明：星数不高于界限、经核实属实、由中心或其工作人员负责的评价；责任还没有归属的也列出。误评、恶意评价和系统默认评价不算，
--   因政策、市级系统而起的不算。同一办件先后几次差评各是一个疑点，是不是一件由人判断。
--   转为12345工单的，与那张工单是同一件事。核实得对不对看不出来。
-- 数据：ratings
-- 形式：逐条
-- 参数：poor_stars = 3 星 | 口径：通知原文“3星以下”，包不包括3星是待定的问题；没有答复前按包括 | 问题 10.3/ambiguous-inclusive：inclusive = 3，exclusive = 2

SELECT
  center_id,
  record_key               AS subject,
  CAST(rated_at AS DATE)   AS occurred_on,
  1                        AS occurrences,
  'rating:' || record_id   AS event_key,
  record_ref,
  satisfaction_rank        AS measured
FROM ratings
WHERE CAST(rated_at AS DATE) BETWEEN :period_from AND :period_to
  AND satisfaction_rank <= :poor_stars
  AND verification = 'substantiated'
  AND (responsibility IS NULL OR responsibility IN ('center', 'staff'))
  AND channel <> 'system-default'
  AND COALESCE(is_excluded, 'no') = 'no'
