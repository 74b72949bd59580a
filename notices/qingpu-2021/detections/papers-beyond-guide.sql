-- 条款：5.11.1
-- 名称：收取办事指南以外的材料
-- 说明：收下的材料，当天的办事指南没有为这个事项列出；一份是一项。指南一份材料都没有列的事项不查，多半是指南没有导入。
--   申请人自愿多交的、口头要求而没有登记的，数据分不出来。
-- 数据：papers_taken、guide_papers
-- 形式：逐条

SELECT
  center_id,
  record_key               AS subject,
  CAST(taken_at AS DATE)   AS occurred_on,
  1                        AS occurrences,
  NULL                     AS event_key,
  record_ref
FROM papers_taken
WHERE CAST(taken_at AS DATE) BETWEEN :period_from AND :period_to
  AND item_id IN (SELECT item_id FROM guide_papers)
  AND record_key NOT IN (
    -- 当天指南列了的
    SELECT p.record_key
    FROM papers_taken AS p
    JOIN guide_papers AS g ON g.item_id = p.item_id AND g.paper_id = p.paper_id
    WHERE g.from_on <= CAST(p.taken_at AS DATE)
      AND (g.to_on IS NULL OR g.to_on >= CAST(p.taken_at AS DATE))
  )
