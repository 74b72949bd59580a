import type { DataSet } from '../data-set.ts'
import { optional, required } from '../field.ts'

export const COUNTERS: DataSet = {
  name: 'counters',
  chinese: '窗口',
  meaning: '一个窗口在一段时间里的登记；改了类型就是另一条',
  recordedOn: 'opens_on',
  fields: [
    required('record_id', '登记编号', 'id', '窗口登记的唯一编号', { also: ['序号'] }),
    required('center_id', '所属中心', 'center', '窗口所在的中心', { also: ['中心名称', '街镇'] }),
    required('counter_id', '窗口号', 'id', '窗口的编号', { also: ['窗口编号'] }),
    required('kind', '窗口类型', { codes: 'counter-kind' }, '综合窗口、专窗或服务台', { also: ['类型'] }),
    required('opens_on', '启用日期', 'date', '从哪天起是这个类型', { also: ['启用时间'] }),
    optional('closes_on', '停用日期', 'date', '到哪天为止（含当天）；空为仍在用', { also: ['停用时间'] }),
  ],
}

export const COUNTER_HOURS: DataSet = {
  name: 'counter_hours',
  chinese: '窗口开放时段',
  meaning: '一个窗口一天里开着的一段时间',
  recordedOn: 'opened_at',
  fields: [
    required('record_id', '时段编号', 'id', '开放时段的唯一编号', { also: ['序号'] }),
    required('center_id', '所属中心', 'center', '窗口所在的中心', { also: ['中心名称', '街镇'] }),
    required('counter_id', '窗口号', 'id', '窗口的编号', { also: ['窗口编号'] }),
    optional('staff_id', '工号', 'id', '值守人员的工号', { also: ['值守人员'] }),
    required('opened_at', '开窗时间', 'time', '开始受理的时间', { also: ['开始时间'], derives: ['seconds'] }),
    required('closed_at', '关窗时间', 'time', '停止受理的时间', { also: ['结束时间'], derives: ['seconds'] }),
  ],
}
