import type { DataSet } from '../data-set.ts'
import { RATING_STANDARD, optional, required } from '../field.ts'

export const HOTLINE_ORDERS: DataSet = {
  name: 'hotline_orders',
  chinese: '12345工单',
  meaning: '一张热线工单；属实、满意、解决是三件事，分别记',
  recordedOn: 'received_at',
  fields: [
    required('record_id', '工单编号', 'id', '工单的唯一编号', { also: ['工单号'] }),
    required('center_id', '被投诉中心', 'center', '诉求所指的中心', {
      also: ['被投诉单位', '承办单位', '中心名称'],
      standard: RATING_STANDARD,
    }),
    required('kind', '诉求类型', { codes: 'order-kind' }, '投诉、咨询、求助……', { also: ['工单类型'] }),
    required('origin', '工单来源', { codes: 'order-origin' }, '从哪里来；好差评转办的来自评价', {
      also: ['来源'],
      standard: RATING_STANDARD,
    }),
    optional('rating_id', '来源评价编号', 'id', '由好差评转来时，那次评价的编号', { also: ['评价编号', '好差评编号'] }),
    optional('title', '标题', 'text', '诉求标题', { standard: RATING_STANDARD, personal: 'free-text' }),
    optional('content', '内容', 'text', '诉求内容', {
      also: ['诉求内容', '投诉内容'],
      standard: RATING_STANDARD,
      personal: 'free-text',
    }),
    required('received_at', '受理时间', 'time', '热线接到诉求的时间', {
      also: ['来电时间', '时间'],
      standard: RATING_STANDARD,
      derives: ['start'],
    }),
    optional('dispatched_at', '派单时间', 'time', '派给中心的时间', {
      also: ['承办时间'],
      standard: RATING_STANDARD,
      derives: ['start'],
    }),
    optional('contacted_at', '先行联系时间', 'time', '中心第一次联系来电人的时间', {
      also: ['首次联系时间'],
      derives: ['stop'],
    }),
    optional('handled_at', '办结时间', 'time', '中心办结的时间', {
      also: ['反馈时间'],
      standard: RATING_STANDARD,
      derives: ['stop'],
    }),
    optional('promised_on', '承诺时限', 'date', '承诺办结的日期', {
      also: ['承诺办结日期'],
      standard: RATING_STANDARD,
      derives: ['stop'],
    }),
    optional('is_extended', '是否延期', { codes: 'yes-no' }, '经批准延期', {
      also: ['延期'],
      standard: RATING_STANDARD,
    }),
    optional('verification', '是否属实', { codes: 'verification' }, '诉求经核实是否属实', {
      also: ['核实结果', '属实情况'],
    }),
    optional('satisfaction', '满意情况', { codes: 'follow-up' }, '来电人对办理是否满意', {
      also: ['是否满意', '满意度'],
    }),
    optional('is_resolved', '是否解决', { codes: 'yes-no' }, '诉求是否解决', { also: ['解决情况'] }),
    optional(
      'responsibility',
      '责任归属',
      { codes: 'responsibility' },
      '属实的诉求由谁负责；中心和工作人员的才是中心的',
    ),
    optional('caller_name', '来电人', 'text', '来电人姓名', { also: ['投诉人', '诉求人'], personal: 'name' }),
    optional('caller_phone', '来电号码', 'text', '来电人电话', { also: ['联系电话', '投诉人电话'], personal: 'phone' }),
  ],
}
