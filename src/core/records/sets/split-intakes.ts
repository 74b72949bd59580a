import type { DataSet } from '../data-set.ts'
import { optional, required } from '../field.ts'

export const SPLIT_INTAKES: DataSet = {
  name: 'split_intakes',
  chinese: '收受分离',
  meaning: '一次流转：一个中心收件，转给户籍地中心受理；两个中心各有时限',
  recordedOn: 'received_at',
  fields: [
    required('record_id', '流转编号', 'id', '流转的唯一编号', { also: ['收受分离编号', '流转单号'] }),
    required('case_id', '办件编号', 'id', '所属办件的编号'),
    required('center_id', '收件中心', 'center', '收下材料的中心', { also: ['收件单位', '代收中心'] }),
    required('accepting_center_id', '受理中心', 'center', '户籍地受理的中心', { also: ['受理单位', '属地中心'] }),
    required('received_at', '收件时间', 'time', '收下材料的时间', { derives: ['start'] }),
    optional('sent_at', '转出时间', 'time', '收件中心转给受理中心的时间', {
      also: ['转件时间', '推送时间'],
      derives: ['start', 'stop'],
    }),
    optional('answered_at', '响应时间', 'time', '受理中心答复的时间', {
      also: ['受理时间', '反馈时间'],
      derives: ['stop'],
    }),
  ],
}
