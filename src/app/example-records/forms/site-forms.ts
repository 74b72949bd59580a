import type { SourceForm } from '../source-form.ts'
import { center, dated, plain, signs, words } from './columns.ts'
import { formOf } from './form-of.ts'

const COUNTERS = formOf(
  'queue',
  'counters',
  { profileId: 'queue-counters', title: '叫号系统窗口登记', content: '窗口登记' },
  [
    plain('登记编号', 'record_id'),
    center('所属中心'),
    plain('窗口号', 'counter_id'),
    words('窗口类型', 'kind', 'counter-kind'),
    dated('启用日期', 'opens_on', 'YYYY/M/D'),
    dated('停用日期', 'closes_on', 'YYYY/M/D'),
  ],
)

const HOURS = formOf(
  'queue',
  'counter_hours',
  { profileId: 'queue-hours', title: '叫号系统开窗时段', content: '开窗时段' },
  [
    plain('时段编号', 'record_id'),
    center('所属中心'),
    plain('窗口号', 'counter_id'),
    plain('值守人员', 'staff_id'),
    dated('开窗时间', 'opened_at', 'YYYY/M/D hh:mm'),
    dated('关窗时间', 'closed_at', 'YYYY/M/D hh:mm'),
  ],
)

const FAULTS = formOf(
  'repair',
  'equipment_faults',
  { profileId: 'repair-faults', title: '设备报修台账', content: '报修单' },
  [
    plain('报修单号', 'record_id'),
    center('报修单位'),
    plain('设备名称', 'device'),
    plain('故障现象', 'symptom'),
    dated('报修时间', 'reported_at', 'YYYY/M/D hh:mm:ss'),
    words('责任单位', 'responsibility', 'responsibility'),
    dated('恢复时间', 'repaired_at', 'YYYY/M/D hh:mm:ss'),
  ],
)

const OPENINGS = formOf(
  'attendance',
  'openings',
  { profileId: 'attendance-openings', title: '开放与考勤登记表', content: '开放与考勤' },
  [
    plain('考勤编号', 'record_id'),
    center('中心名称'),
    dated('日期', 'day', 'YYYY年M月D日'),
    words('时段', 'slot', 'slot'),
    signs('开放情况', 'status', { open: '正常开放', closed: '未开放', excused: '经批准暂停' }),
    plain('应到人数', 'staff_due'),
    plain('实到人数', 'staff_present'),
    plain('备注', 'reason'),
  ],
)

const ITEMS: readonly SourceForm[] = [
  formOf(
    'item-lists',
    'required_items',
    { profileId: 'required-items', title: '市应进驻事项清单', content: '应进驻' },
    [
      plain('编号', 'record_id'),
      plain('事项编码', 'item_id'),
      plain('事项名称', 'item_name'),
      plain('业务条线', 'line'),
      dated('生效日期', 'from_on', 'YYYY-MM-DD'),
      dated('失效日期', 'to_on', 'YYYY-MM-DD'),
    ],
  ),
  formOf(
    'item-lists',
    'offered_items',
    { profileId: 'offered-items', title: '各中心进驻事项清单', content: '已进驻' },
    [
      plain('编号', 'record_id'),
      center('中心名称'),
      plain('事项编码', 'item_id'),
      plain('事项名称', 'item_name'),
      dated('进驻日期', 'from_on', 'YYYY-MM-DD'),
      dated('撤出日期', 'to_on', 'YYYY-MM-DD'),
      plain('批准文号', 'approval_no'),
    ],
  ),
  formOf(
    'item-lists',
    'guide_papers',
    { profileId: 'guide-papers', title: '办事指南材料清单', content: '办事指南材料' },
    [
      plain('编号', 'record_id'),
      plain('事项编码', 'item_id'),
      plain('材料代码', 'paper_id'),
      plain('材料名称', 'paper_name'),
      dated('生效日期', 'from_on', 'YYYY-MM-DD'),
      dated('失效日期', 'to_on', 'YYYY-MM-DD'),
    ],
  ),
]

export const SITE_FORMS = [COUNTERS, HOURS, FAULTS, OPENINGS, ...ITEMS]
