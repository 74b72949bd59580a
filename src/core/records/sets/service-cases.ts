import type { DataSet } from '../data-set.ts'
import { RATING_STANDARD, optional, required } from '../field.ts'

export const SERVICE_CASES: DataSet = {
  name: 'service_cases',
  chinese: '办件',
  meaning: '一件申请，从提交到办结',
  recordedOn: 'submitted_at',
  fields: [
    required('record_id', '办件编号', 'id', '办件的唯一编号', {
      also: ['办件流水号', '业务流水号', '受理编号'],
      standard: RATING_STANDARD,
    }),
    required('center_id', '受理中心', 'center', '受理这件申请的中心', {
      also: ['受理单位', '中心名称', '街镇', '受理部门'],
    }),
    optional('home_center_id', '户籍所属中心', 'center', '申请人户籍所在地的中心；全市通办时与受理中心不同', {
      also: ['归属中心', '属地中心'],
    }),
    required('item_id', '事项编码', 'id', '服务事项的编码', {
      also: ['事项代码', '服务事项编码'],
      standard: RATING_STANDARD,
    }),
    optional('item_name', '事项名称', 'text', '服务事项的名称', { also: ['服务事项'], standard: RATING_STANDARD }),
    optional('line', '条线', 'id', '事项所属的业务条线（社保、民政、卫健……）', { also: ['业务条线', '所属条线'] }),
    optional('counter_id', '窗口号', 'id', '受理窗口的编号；网上申请没有', { also: ['窗口编号', '受理窗口'] }),
    optional('staff_id', '受理人工号', 'id', '受理人员的工号', { also: ['工号', '经办人工号'] }),
    required('channel', '申请渠道', { codes: 'case-channel' }, '从哪里提交', { also: ['渠道', '办理渠道'] }),
    required('case_type', '办件类型', { codes: 'case-type' }, '当场办结，还是承诺期限', { standard: RATING_STANDARD }),
    required('status', '办件状态', { codes: 'case-status' }, '办到了哪一步', { also: ['状态', '办理状态'] }),
    required('submitted_at', '提交时间', 'time', '申请人提交的时间', {
      also: ['申请时间', '申请提交时间'],
      derives: ['start', 'seconds'],
    }),
    optional('responded_at', '受理时间', 'time', '中心第一次答复申请人（受理、补正或不予受理）的时间', {
      also: ['响应时间', '接件时间'],
      derives: ['start', 'stop'],
    }),
    optional('promised_on', '承诺办结日期', 'date', '告知申请人的办结日期', {
      also: ['承诺日期', '承诺时限'],
      derives: ['stop'],
    }),
    optional('completed_at', '办结时间', 'time', '办结并通知申请人的时间', {
      also: ['办结日期', '完成时间'],
      derives: ['stop', 'seconds'],
    }),
    optional('receipt_no', '收件回执号', 'id', '交给申请人的回执编号', { also: ['回执编号', '回执号'] }),
    optional('login_method', '身份录入方式', { codes: 'login-method' }, '申请人身份怎样进入系统', {
      also: ['刷证方式', '身份核验方式'],
    }),
    optional('applicant_name', '申请人', 'text', '申请人姓名', { also: ['申请人姓名', '姓名'], personal: 'name' }),
    optional('applicant_id_number', '证件号码', 'text', '申请人证件号码', {
      also: ['身份证号', '身份证号码'],
      personal: 'id-number',
    }),
    optional('applicant_phone', '联系电话', 'text', '申请人电话', {
      also: ['手机号', '手机号码', '电话'],
      personal: 'phone',
    }),
  ],
}
