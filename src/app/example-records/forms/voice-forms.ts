import { center, constant, dated, ignored, label, plain, signs, words } from './columns.ts'
import { formOf } from './form-of.ts'

const BEST_IS_FIVE = {
  'very-satisfied': '5',
  satisfied: '4',
  'fairly-satisfied': '3',
  dissatisfied: '2',
  'very-dissatisfied': '1',
}

const BEST_IS_ONE = {
  'very-satisfied': '1',
  satisfied: '2',
  'fairly-satisfied': '3',
  dissatisfied: '4',
  'very-dissatisfied': '5',
}

/** 窗口评价器: the vendor counts stars, so 5 is the best; the words stand beside. */
const DEVICE = formOf(
  'evaluator',
  'ratings',
  { profileId: 'evaluator-ratings', title: '窗口评价器厂商导出', content: '评价' },
  [
    plain('评价流水号', 'record_id'),
    plain('业务流水号', 'case_id'),
    center('中心名称'),
    plain('窗口编号', 'counter_id'),
    plain('工作人员工号', 'staff_id'),
    constant('channel', 'counter-device'),
    plain('评价器编号', 'device_id'),
    signs('满意度代码', 'satisfaction', BEST_IS_FIVE),
    label('满意度', 'satisfaction', 'satisfaction'),
    dated('评价时间', 'rated_at', 'YYYYMMDDhhmmss'),
    plain('评价次数', 'attempt'),
    words('是否剔除', 'is_excluded', 'yes-no'),
    words('核实结果', 'verification', 'verification'),
    dated('核实时间', 'verified_at', 'YYYYMMDDhhmmss'),
    words('责任归属', 'responsibility', 'responsibility'),
    dated('回访时间', 'followed_up_at', 'YYYYMMDDhhmmss'),
    words('回访结果', 'follow_up', 'follow-up'),
    plain('评价人', 'rater_name'),
    plain('手机号', 'rater_phone'),
    ignored('固件版本', 'V3.2.1'),
  ],
)

/** 市好差评平台: the national standard, where 1 is the best; channels are digits without words. */
const PLATFORM = formOf(
  'city-rating',
  'ratings',
  { profileId: 'city-ratings', title: '市“好差评”平台导出', content: '评价' },
  [
    plain('评价编号', 'record_id'),
    plain('办件编号', 'case_id'),
    center('被评价单位'),
    plain('窗口编号', 'counter_id'),
    plain('工作人员工号', 'staff_id'),
    signs('评价渠道', 'channel', {
      web: '1',
      app: '2',
      'self-service': '4',
      phone: '5',
      sms: '6',
      'system-default': '7',
    }),
    plain('IP地址', 'device_id'),
    signs('满意度代码', 'satisfaction', BEST_IS_ONE),
    dated('评价时间', 'rated_at', 'YYYY-MM-DD hh:mm:ss'),
    plain('评价次数', 'attempt'),
    plain('文字评价', 'words'),
    signs('是否误评', 'is_excluded', { yes: 'Y', no: 'N' }),
    words('是否属实', 'verification', 'verification'),
    dated('核实时间', 'verified_at', 'YYYY-MM-DD hh:mm:ss'),
    words('责任归属', 'responsibility', 'responsibility'),
    dated('回访时间', 'followed_up_at', 'YYYY-MM-DD hh:mm:ss'),
    words('回访结果', 'follow_up', 'follow-up'),
    plain('转12345工单号', 'order_id'),
    plain('评价人姓名', 'rater_name'),
    plain('联系电话', 'rater_phone'),
  ],
)

/** 12345: a workbook in which times are real dates. */
const ORDERS = formOf(
  'hotline',
  'hotline_orders',
  { profileId: 'hotline-orders', title: '12345 热线工单导出', content: '工单' },
  [
    plain('工单编号', 'record_id'),
    center('被投诉单位'),
    words('诉求类型', 'kind', 'order-kind'),
    words('工单来源', 'origin', 'order-origin'),
    plain('来源评价编号', 'rating_id'),
    plain('标题', 'title'),
    plain('诉求内容', 'content'),
    dated('受理时间', 'received_at', 'cell'),
    dated('派单时间', 'dispatched_at', 'cell'),
    dated('先行联系时间', 'contacted_at', 'cell'),
    dated('办结时间', 'handled_at', 'cell'),
    dated('承诺办结日期', 'promised_on', 'cell'),
    words('是否延期', 'is_extended', 'yes-no'),
    words('是否属实', 'verification', 'verification'),
    words('满意情况', 'satisfaction', 'follow-up'),
    words('是否解决', 'is_resolved', 'yes-no'),
    words('责任归属', 'responsibility', 'responsibility'),
    plain('来电人', 'caller_name'),
    plain('来电号码', 'caller_phone'),
  ],
)

const BOOKINGS = formOf(
  'booking',
  'appointments',
  { profileId: 'booking-appointments', title: '网上预约平台接口', content: '预约' },
  [
    plain('bookingNo', 'record_id'),
    center('center'),
    plain('itemCode', 'item_id'),
    signs('state', 'status', { waiting: 'W', confirmed: 'C', served: 'S', missed: 'M', cancelled: 'X' }),
    dated('createdAt', 'created_at', 'YYYY-MM-DDThh:mm:ss+08:00'),
    dated('confirmedAt', 'confirmed_at', 'YYYY-MM-DDThh:mm:ss+08:00'),
    dated('slotAt', 'slot_at', 'YYYY-MM-DDThh:mm:ss+08:00'),
    dated('arrivedAt', 'arrived_at', 'YYYY-MM-DDThh:mm:ss+08:00'),
    dated('servedAt', 'served_at', 'YYYY-MM-DDThh:mm:ss+08:00'),
  ],
)

export const VOICE_FORMS = [DEVICE, PLATFORM, ORDERS, BOOKINGS]
