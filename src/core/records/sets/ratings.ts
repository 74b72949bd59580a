import type { DataSet } from '../data-set.ts'
import { RATING_STANDARD, optional, required } from '../field.ts'

export const RATINGS: DataSet = {
  name: 'ratings',
  chinese: '好差评',
  meaning: '一次评价；同一办件可以评价多次',
  recordedOn: 'rated_at',
  fields: [
    required('record_id', '评价编号', 'id', '评价的唯一编号', { also: ['评价流水号', '评价ID'] }),
    optional('case_id', '办件编号', 'id', '所评办件的编号', {
      also: ['办件流水号', '业务流水号'],
      standard: RATING_STANDARD,
    }),
    required('center_id', '被评中心', 'center', '被评价的中心', {
      also: ['中心名称', '被评价单位', '受理单位', '街镇'],
    }),
    optional('counter_id', '窗口号', 'id', '被评价的窗口', { also: ['窗口编号'] }),
    optional('staff_id', '工号', 'id', '被评价的工作人员', { also: ['工作人员工号', '受理人工号'] }),
    required('channel', '评价渠道', { codes: 'rating-channel' }, '从哪里评价；系统默认评价不计入评价率', {
      also: ['渠道'],
      standard: RATING_STANDARD,
    }),
    optional('device_id', '评价终端', 'id', '评价器、终端或网络地址的编号', {
      also: ['评价器编号', '终端编号', 'IP地址'],
    }),
    required('satisfaction', '满意度', { codes: 'satisfaction' }, '五级满意度；satisfaction_rank 是星数，5 为最好', {
      also: ['满意度代码', '评价结果', '星级'],
      standard: RATING_STANDARD,
    }),
    required('rated_at', '评价时间', 'time', '评价提交的时间', {
      standard: RATING_STANDARD,
      derives: ['start', 'seconds'],
    }),
    required('attempt', '评价次数', 'count', '同一办件的第几次评价，从 1 起', {
      unit: '次',
      standard: RATING_STANDARD,
    }),
    optional('words', '文字评价', 'text', '评价人写的话', {
      also: ['评价内容'],
      standard: RATING_STANDARD,
      personal: 'free-text',
    }),
    optional('is_excluded', '误评或恶意', { codes: 'yes-no' }, '经认定为误评、恶意评价，不计', {
      also: ['是否剔除', '是否误评'],
    }),
    optional('verification', '核实结果', { codes: 'verification' }, '差评经核实是否属实', { also: ['是否属实'] }),
    optional('verified_at', '核实时间', 'time', '核实完成的时间', { derives: ['stop'] }),
    optional('responsibility', '责任归属', { codes: 'responsibility' }, '属实的差评由谁负责'),
    optional('followed_up_at', '回访时间', 'time', '回访的时间', { derives: ['stop'] }),
    optional('follow_up', '回访结果', { codes: 'follow-up' }, '回访后评价人是否满意'),
    optional('order_id', '转办工单编号', 'id', '转为12345工单时的工单编号：同一件事在两个系统里的联系', {
      also: ['12345工单号', '转12345工单号'],
    }),
    optional('rater_name', '评价人', 'text', '评价人姓名', {
      also: ['评价人姓名'],
      standard: RATING_STANDARD,
      personal: 'name',
    }),
    optional('rater_phone', '评价人电话', 'text', '评价人电话', { also: ['联系电话', '手机号'], personal: 'phone' }),
  ],
}
