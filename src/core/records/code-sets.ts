/**
 * Codes are words. Sources write digits, and the same digit means opposite things in two of them, so a digit only becomes
 * a code through the map of its source, and where the source prints a label beside it, the two must agree.
 */
export interface Code {
  readonly code: string
  /** The label in Chinese, first the usual one, then others that sources print. */
  readonly labels: readonly [string, ...string[]]
  /** The digit of the national standard, for reference and never assumed; null where it has none. */
  readonly standard: string | null
  /** Stars and the like: `<field>_rank` in SQL; null where the codes have no order. */
  readonly rank: number | null
}

export interface CodeSet {
  readonly chinese: string
  /** Where the digits in `standard` come from; null where the codes are Mingheng's own. */
  readonly source: string | null
  readonly codes: readonly Code[]
}

export type CodeSetName = keyof typeof CODE_SETS

const GB_RATING = 'GB/T 39046-2020'

export const CODE_SETS = {
  satisfaction: {
    chinese: '满意度',
    source: GB_RATING,
    codes: [
      code('very-satisfied', ['非常满意', '五星', '5星'], '1', 5),
      code('satisfied', ['满意', '四星', '4星'], '2', 4),
      code('fairly-satisfied', ['基本满意', '一般', '三星', '3星'], '3', 3),
      code('dissatisfied', ['不满意', '二星', '2星'], '4', 2),
      code('very-dissatisfied', ['非常不满意', '一星', '1星'], '5', 1),
    ],
  },
  'rating-channel': {
    chinese: '评价渠道',
    source: GB_RATING,
    codes: [
      code('counter-device', ['窗口评价器', '评价器', '窗口', '现场评价']),
      code('web', ['网站', '政务服务网', 'PC端', '网上']),
      code('app', ['移动端', '手机APP', '随申办', 'APP', '小程序']),
      code('self-service', ['自助终端', '一体机']),
      code('phone', ['电话']),
      code('sms', ['短信']),
      code('system-default', ['系统默认评价', '系统默认', '默认评价', '默认好评']),
    ],
  },
  'case-type': {
    chinese: '办件类型',
    source: GB_RATING,
    codes: [
      code('instant', ['即办件', '即办'], '1'),
      code('promised', ['承诺件', '承诺办件', '承诺'], '2'),
      code('other', ['其他', '其它'], '9'),
    ],
  },
  'case-channel': {
    chinese: '申请渠道',
    source: null,
    codes: [
      code('counter', ['窗口', '现场', '线下']),
      code('online', ['网上', '网上申请', '一网通办', '线上']),
      code('self-service', ['自助终端', '自助']),
      code('mail', ['邮寄', '快递']),
    ],
  },
  'case-status': {
    chinese: '办件状态',
    source: null,
    codes: [
      code('in-progress', ['办理中', '受理中', '在办']),
      code('completed', ['已办结', '办结', '准予']),
      code('declined', ['不予受理', '不予办理', '退件']),
      code('withdrawn', ['已撤回', '撤回', '撤销', '终止']),
    ],
  },
  'login-method': {
    chinese: '身份录入方式',
    source: null,
    codes: [
      code('id-card', ['身份证', '刷身份证', '刷卡', '社保卡']),
      code('e-licence', ['电子证照', '电子亮证', '亮证', '二维码']),
      code('manual', ['手工录入', '手工', '手动输入', '人工录入']),
    ],
  },
  'read-result': {
    chinese: '读证结果',
    source: null,
    codes: [code('read', ['成功', '读取成功']), code('failed', ['失败', '读取失败', '无法读取'])],
  },
  verification: {
    chinese: '核实结果',
    source: null,
    codes: [
      code('substantiated', ['属实', '查实', '部分属实', '经核实']),
      code('unsubstantiated', ['不属实', '未查实', '失实']),
      code('pending', ['核实中', '待核实', '未核实']),
    ],
  },
  responsibility: {
    chinese: '责任归属',
    source: null,
    codes: [
      code('center', ['中心', '本中心', '受理中心']),
      code('staff', ['工作人员', '窗口人员', '人员']),
      code('vendor', ['维保单位', '供应商', '厂商']),
      code('system', ['系统', '市级系统', '信息系统', '网络运营商']),
      code('policy', ['政策', '政策规定']),
      code('other', ['其他', '其它', '其他单位']),
    ],
  },
  'follow-up': {
    chinese: '回访结果',
    source: null,
    codes: [
      code('satisfied', ['满意', '回访满意']),
      code('dissatisfied', ['不满意', '仍不满意', '回访不满意']),
      code('unreached', ['未联系上', '无法联系', '拒绝回访']),
    ],
  },
  'order-kind': {
    chinese: '诉求类型',
    source: null,
    codes: [
      code('complaint', ['投诉', '投诉举报', '举报']),
      code('consultation', ['咨询']),
      code('help', ['求助', '求决']),
      code('suggestion', ['建议', '意见建议']),
      code('praise', ['表扬', '感谢']),
    ],
  },
  'order-origin': {
    chinese: '工单来源',
    source: null,
    codes: [
      code('phone', ['电话', '来电', '12345热线']),
      code('online', ['网上', '网站', 'APP', '微信']),
      code('rating', ['好差评', '好差评转办', '差评转办']),
      code('letter', ['信件', '来信', '来访']),
    ],
  },
  'appointment-status': {
    chinese: '预约状态',
    source: null,
    codes: [
      code('waiting', ['待确认', '已提交']),
      code('confirmed', ['已确认', '预约成功']),
      code('served', ['已办理', '已取号', '已赴约']),
      code('missed', ['爽约', '未到', '失约']),
      code('cancelled', ['已取消', '取消']),
    ],
  },
  'counter-kind': {
    chinese: '窗口类型',
    source: null,
    codes: [
      code('general', ['综合窗口', '综合受理窗口', '综窗']),
      code('special', ['专窗', '专项窗口', '条线窗口', '单一窗口']),
      code('reception', ['总服务台', '咨询台', '导办']),
    ],
  },
  slot: {
    chinese: '时段',
    source: null,
    codes: [code('morning', ['上午']), code('afternoon', ['下午'])],
  },
  'opening-status': {
    chinese: '开放情况',
    source: null,
    codes: [
      code('open', ['开放', '正常开放', '开门']),
      code('closed', ['未开放', '关闭', '停业']),
      code('excused', ['经批准暂停', '批准停业', '不可抗力']),
    ],
  },
  attendance: {
    chinese: '到会情况',
    source: null,
    codes: [
      code('present', ['出席', '到会', '参加']),
      code('excused', ['请假', '经批准缺席']),
      code('absent', ['缺席', '无故缺席', '未到']),
    ],
  },
  'visit-kind': {
    chinese: '走访类型',
    source: null,
    codes: [
      code('guidance', ['业务指导', '指导']),
      code('training', ['培训', '业务培训']),
      code('assessment', ['考核', '年度考核']),
    ],
  },
  'yes-no': {
    chinese: '是否',
    source: null,
    codes: [code('yes', ['是', '有', 'Y', 'true']), code('no', ['否', '无', 'N', 'false'])],
  },
} as const satisfies Readonly<Record<string, CodeSet>>

export function codesOf(name: CodeSetName): readonly Code[] {
  return CODE_SETS[name].codes
}

function code(
  code: string,
  labels: readonly [string, ...string[]],
  standard: string | null = null,
  rank: number | null = null,
): Code {
  return { code, labels, standard, rank }
}
