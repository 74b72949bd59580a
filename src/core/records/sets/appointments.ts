import type { DataSet } from '../data-set.ts'
import { optional, required } from '../field.ts'

export const APPOINTMENTS: DataSet = {
  name: 'appointments',
  chinese: '网上预约',
  meaning: '一次预约，从提交到办理',
  recordedOn: 'created_at',
  fields: [
    required('record_id', '预约编号', 'id', '预约的唯一编号', { also: ['预约号', '预约流水号'] }),
    required('center_id', '预约中心', 'center', '预约的中心', { also: ['中心名称', '受理中心', '街镇'] }),
    optional('item_id', '事项编码', 'id', '预约办理的事项', { also: ['事项代码'] }),
    required('status', '预约状态', { codes: 'appointment-status' }, '预约到了哪一步', { also: ['状态'] }),
    required('created_at', '提交时间', 'time', '提交预约的时间', {
      also: ['预约提交时间', '创建时间'],
      derives: ['start'],
    }),
    optional('confirmed_at', '确认时间', 'time', '中心答复预约的时间', { also: ['响应时间'], derives: ['stop'] }),
    required('slot_at', '预约时段', 'time', '约定时段的开始', { also: ['预约时间'], derives: ['seconds'] }),
    optional('arrived_at', '到场时间', 'time', '申请人取号的时间', { also: ['取号时间'], derives: ['seconds'] }),
    optional('served_at', '叫号时间', 'time', '开始办理的时间', { also: ['办理时间'], derives: ['seconds'] }),
  ],
}
