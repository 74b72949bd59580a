import type { DataSet } from '../data-set.ts'
import { optional, required } from '../field.ts'

export const EQUIPMENT_FAULTS: DataSet = {
  name: 'equipment_faults',
  chinese: '设备故障',
  meaning: '一次故障，从报修到修复',
  recordedOn: 'reported_at',
  fields: [
    required('record_id', '报修单号', 'id', '报修的唯一编号', { also: ['故障编号', '工单编号'] }),
    required('center_id', '所属中心', 'center', '设备所在的中心', { also: ['中心名称', '报修单位', '街镇'] }),
    required('device', '设备', 'text', '什么设备', { also: ['设备名称', '故障设备'] }),
    optional('symptom', '故障现象', 'text', '怎样的故障', { also: ['故障描述'] }),
    required('reported_at', '报修时间', 'time', '报修的时间', { also: ['故障时间'], derives: ['start'] }),
    required('responsibility', '责任归属', { codes: 'responsibility' }, '由谁负责修复', {
      also: ['责任方', '责任单位'],
    }),
    optional('repaired_at', '修复时间', 'time', '恢复使用的时间；空为尚未修复', {
      also: ['恢复时间'],
      derives: ['stop'],
    }),
  ],
}

export const OPENINGS: DataSet = {
  name: 'openings',
  chinese: '开放与考勤',
  meaning: '一个中心一天中的一个时段开没开、人到没到',
  recordedOn: 'day',
  fields: [
    required('record_id', '编号', 'id', '时段的唯一编号', { also: ['序号', '考勤编号'] }),
    required('center_id', '中心', 'center', '哪个中心', { also: ['中心名称', '街镇'] }),
    required('day', '日期', 'date', '哪一天', { derives: ['start'] }),
    required('slot', '时段', { codes: 'slot' }, '上午或下午'),
    required('status', '开放情况', { codes: 'opening-status' }, '开放、未开放，或经批准暂停', { also: ['状态'] }),
    optional('staff_due', '应到人数', 'count', '排班应到的人数', { unit: '人' }),
    optional('staff_present', '实到人数', 'count', '实际到岗的人数', { unit: '人' }),
    optional('reason', '原因', 'text', '未开放或缺岗的原因', { also: ['备注'] }),
  ],
}

export const LICENCE_READS: DataSet = {
  name: 'licence_reads',
  chinese: '读证记录',
  meaning: '一次读取身份证或电子证照',
  recordedOn: 'read_at',
  fields: [
    required('record_id', '读证编号', 'id', '读证的唯一编号', { also: ['调用编号', '流水号'] }),
    required('center_id', '中心', 'center', '哪个中心', { also: ['中心名称', '调用单位', '街镇'] }),
    optional('counter_id', '窗口号', 'id', '哪个窗口', { also: ['窗口编号'] }),
    required('case_id', '办件编号', 'id', '为哪一件读的', { also: ['业务流水号'] }),
    required('method', '读证方式', { codes: 'login-method' }, '刷身份证还是电子证照', { also: ['方式'] }),
    required('result', '读证结果', { codes: 'read-result' }, '读到了没有', { also: ['结果'] }),
    required('read_at', '读证时间', 'time', '读取的时间', { also: ['调用时间'], derives: ['seconds'] }),
  ],
}
