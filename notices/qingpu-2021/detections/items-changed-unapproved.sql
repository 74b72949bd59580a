-- 条款：1.2.1
-- 名称：自行增加或减少服务事项
-- 说明：没有批准文号，而在周期内开始办理一个不在应进驻清单上的事项（增加），或撤出一个仍在清单上的事项（减少）。
--   登记换了一行、前后日期相接的，不是增减。批准文号没有录入的也会列出，请核对文件。
-- 数据：required_items、offered_items
-- 形式：逐条

SELECT
  center_id,
  subject,
  occurred_on,
  1       AS occurrences,
  NULL    AS event_key,
  record_ref
FROM (
  -- 增加：开始的那天不在应进驻清单上
  SELECT
    center_id,
    record_key || '/added'   AS subject,
    from_on                  AS occurred_on,
    record_ref
  FROM offered_items
  WHERE approval_no IS NULL
    AND record_key NOT IN (
      SELECT o.record_key
      FROM offered_items AS o
      JOIN required_items AS r ON r.item_id = o.item_id
      WHERE r.from_on <= o.from_on
        AND (r.to_on IS NULL OR r.to_on >= o.from_on)
    )
    -- 前一行登记一直办到前一天的，是换了一行
    AND record_key NOT IN (
      SELECT later.record_key
      FROM offered_items AS later
      JOIN offered_items AS earlier ON earlier.center_id = later.center_id AND earlier.item_id = later.item_id
      WHERE earlier.from_on < later.from_on
        AND (earlier.to_on IS NULL OR earlier.to_on + 1 >= later.from_on)
    )
  UNION ALL
  -- 减少：撤出后的第一天仍在应进驻清单上
  SELECT
    center_id,
    record_key || '/removed'   AS subject,
    -- 没有撤出的过不了下面的条件；写上开始的那天，是因为旧版 ClickHouse 不能把可能为空的一列与上面的放在一起
    COALESCE(to_on, from_on) + 1   AS occurred_on,
    record_ref
  FROM offered_items
  WHERE approval_no IS NULL
    AND record_key IN (
      SELECT o.record_key
      FROM offered_items AS o
      JOIN required_items AS r ON r.item_id = o.item_id
      WHERE r.from_on <= o.to_on + 1
        AND (r.to_on IS NULL OR r.to_on > o.to_on)
    )
    -- 后一行登记从第二天起接着办的，是换了一行
    AND record_key NOT IN (
      SELECT earlier.record_key
      FROM offered_items AS earlier
      JOIN offered_items AS later ON later.center_id = earlier.center_id AND later.item_id = earlier.item_id
      WHERE later.from_on <= earlier.to_on + 1
        AND (later.to_on IS NULL OR later.to_on > earlier.to_on)
    )
) AS changed
WHERE occurred_on BETWEEN :period_from AND :period_to
  AND occurred_on <= :as_of
