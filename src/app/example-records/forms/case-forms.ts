import { center, dated, ignored, label, plain, signs, words } from './columns.ts'
import { formOf } from './form-of.ts'

/** 综合受理系统: a database of the nineties behind a new face. GBK, digits of the national standard beside their words. */
const ACCEPTED = formOf(
  'acceptance',
  'service_cases',
  { profileId: 'acceptance-cases', title: '综合受理系统办件导出', content: '办件' },
  [
    plain('办件流水号', 'record_id'),
    center('受理单位'),
    center('户籍所属中心', 'home_center_id'),
    plain('事项编码', 'item_id'),
    plain('事项名称', 'item_name'),
    plain('所属条线', 'line'),
    plain('窗口编号', 'counter_id'),
    plain('经办人工号', 'staff_id'),
    words('申请渠道', 'channel', 'case-channel'),
    signs('办件类型', 'case_type', { instant: '1', promised: '2', other: '9' }),
    label('办件类型名称', 'case_type', 'case-type'),
    words('办件状态', 'status', 'case-status'),
    dated('申请时间', 'submitted_at', 'YYYY-MM-DD hh:mm:ss'),
    dated('接件时间', 'responded_at', 'YYYY-MM-DD hh:mm:ss'),
    dated('承诺日期', 'promised_on', 'YYYYMMDD'),
    dated('办结时间', 'completed_at', 'YYYY-MM-DD hh:mm:ss'),
    plain('收件回执号', 'receipt_no'),
    words('身份录入方式', 'login_method', 'login-method'),
    plain('申请人姓名', 'applicant_name'),
    plain('身份证号码', 'applicant_id_number'),
    plain('手机号码', 'applicant_phone'),
    ignored('打印次数', '1'),
  ],
)

/** 一网通办: an interface that answers JSON; its digits for the kind of case are the other way round. */
const APPLIED = formOf(
  'onenet',
  'service_cases',
  { profileId: 'onenet-cases', title: '一网通办平台办件接口', content: '办件' },
  [
    plain('applyNo', 'record_id'),
    center('acceptUnit'),
    center('residenceUnit', 'home_center_id'),
    plain('itemCode', 'item_id'),
    plain('itemName', 'item_name'),
    plain('businessLine', 'line'),
    signs('applyChannel', 'channel', { online: 'NET' }),
    signs('projectType', 'case_type', { promised: '1', instant: '2', other: '3' }),
    label('projectTypeName', 'case_type', 'case-type'),
    words('applyState', 'status', 'case-status'),
    dated('applyTime', 'submitted_at', 'YYYY-MM-DDThh:mm:ss+08:00'),
    dated('responseTime', 'responded_at', 'YYYY-MM-DDThh:mm:ss+08:00'),
    dated('promiseDate', 'promised_on', 'YYYY-MM-DD'),
    dated('finishTime', 'completed_at', 'YYYY-MM-DDThh:mm:ss+08:00'),
    plain('receiptNo', 'receipt_no'),
    plain('applicantName', 'applicant_name'),
    plain('applicantCertNo', 'applicant_id_number'),
    plain('applicantMobile', 'applicant_phone', 'drop'),
  ],
)

const SPLITS = formOf(
  'transfer',
  'split_intakes',
  { profileId: 'transfer-splits', title: '收受分离流转清单', content: '流转' },
  [
    plain('流转单号', 'record_id'),
    plain('办件编号', 'case_id'),
    center('收件单位'),
    center('属地中心', 'accepting_center_id'),
    dated('收件时间', 'received_at', 'YYYYMMDDhh:mm:ss'),
    dated('推送时间', 'sent_at', 'YYYYMMDDhh:mm:ss'),
    dated('反馈时间', 'answered_at', 'YYYYMMDDhh:mm:ss'),
  ],
)

const PAPERS = formOf(
  'acceptance',
  'papers_taken',
  { profileId: 'acceptance-papers', title: '综合受理系统收件清单', content: '收取材料' },
  [
    plain('材料流水号', 'record_id'),
    center('受理单位'),
    plain('办件流水号', 'case_id'),
    plain('事项编码', 'item_id'),
    plain('材料代码', 'paper_id'),
    plain('材料名称', 'paper_name'),
    dated('收件时间', 'taken_at', 'YYYY-MM-DD hh:mm:ss'),
  ],
)

const READS = formOf(
  'licence',
  'licence_reads',
  { profileId: 'licence-reads', title: '电子证照读证日志', content: '读证日志' },
  [
    plain('logId', 'record_id'),
    center('callUnit'),
    plain('windowNo', 'counter_id'),
    plain('bizNo', 'case_id'),
    words('method', 'method', 'login-method'),
    signs('result', 'result', { read: '0000', failed: '9001' }),
    dated('callTime', 'read_at', 'YYYYMMDDThhmmss'),
  ],
)

export const CASE_FORMS = [ACCEPTED, APPLIED, SPLITS, PAPERS, READS]
