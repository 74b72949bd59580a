import type { DataSet } from '../data-set.ts'
import { optional, required } from '../field.ts'

export const REQUIRED_ITEMS: DataSet = {
  name: 'required_items',
  chinese: '应进驻事项',
  meaning: '市里要求每个中心进驻的一个服务事项',
  recordedOn: 'from_on',
  fields: [
    required('record_id', '编号', 'id', '清单行的唯一编号', { also: ['序号'] }),
    required('item_id', '事项编码', 'id', '服务事项的编码', { also: ['事项代码'] }),
    required('item_name', '事项名称', 'text', '服务事项的名称', { also: ['服务事项'] }),
    optional('line', '条线', 'id', '所属业务条线', { also: ['业务条线'] }),
    required('from_on', '生效日期', 'date', '从哪天起应进驻', { also: ['起始日期', '实施日期'] }),
    optional('to_on', '失效日期', 'date', '到哪天为止（含当天）；空为一直', { also: ['终止日期'] }),
  ],
}

export const OFFERED_ITEMS: DataSet = {
  name: 'offered_items',
  chinese: '已进驻事项',
  meaning: '一个中心在办的一个服务事项',
  recordedOn: 'from_on',
  fields: [
    required('record_id', '编号', 'id', '清单行的唯一编号', { also: ['序号'] }),
    required('center_id', '中心', 'center', '哪个中心', { also: ['中心名称', '街镇'] }),
    required('item_id', '事项编码', 'id', '服务事项的编码', { also: ['事项代码'] }),
    optional('item_name', '事项名称', 'text', '服务事项的名称', { also: ['服务事项'] }),
    required('from_on', '进驻日期', 'date', '从哪天起在办', { also: ['起始日期'] }),
    optional('to_on', '撤出日期', 'date', '到哪天为止（含当天）；空为仍在办', { also: ['终止日期'] }),
    optional('approval_no', '批准文号', 'id', '市里批准增减的文号', { also: ['批文号'] }),
  ],
}

export const GUIDE_PAPERS: DataSet = {
  name: 'guide_papers',
  chinese: '办事指南材料',
  meaning: '办事指南为一个事项列出的一份材料',
  recordedOn: 'from_on',
  fields: [
    required('record_id', '编号', 'id', '清单行的唯一编号', { also: ['序号'] }),
    required('item_id', '事项编码', 'id', '服务事项的编码', { also: ['事项代码'] }),
    required('paper_id', '材料编码', 'id', '材料的编码', { also: ['材料代码'] }),
    required('paper_name', '材料名称', 'text', '材料的名称'),
    required('from_on', '生效日期', 'date', '从哪天起列在指南里', { also: ['起始日期'] }),
    optional('to_on', '失效日期', 'date', '到哪天为止（含当天）；空为一直', { also: ['终止日期'] }),
  ],
}

export const PAPERS_TAKEN: DataSet = {
  name: 'papers_taken',
  chinese: '收取材料',
  meaning: '一件申请收下的一份材料',
  recordedOn: 'taken_at',
  fields: [
    required('record_id', '收件编号', 'id', '收取的唯一编号', { also: ['材料流水号', '序号'] }),
    required('center_id', '中心', 'center', '哪个中心', { also: ['中心名称', '受理中心', '街镇'] }),
    required('case_id', '办件编号', 'id', '哪一件申请', { also: ['业务流水号'] }),
    required('item_id', '事项编码', 'id', '办的事项', { also: ['事项代码'] }),
    required('paper_id', '材料编码', 'id', '收了哪份材料', { also: ['材料代码'] }),
    optional('paper_name', '材料名称', 'text', '材料的名称'),
    required('taken_at', '收取时间', 'time', '收下的时间', { also: ['收件时间'] }),
  ],
}
