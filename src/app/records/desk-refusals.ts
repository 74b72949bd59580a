import { refused, type Outcome, type Refusal } from '../../core/kernel/outcome.ts'
import type { ActingCode } from '../office/acting-refusals.ts'
import type { EvidenceFaultCode } from '../ports/evidence-refusals.ts'
import type { RecordRefusalCode } from '../ports/record-refusals.ts'
import type { StoreFaultCode } from '../ports/store-fault.ts'

/** What the people who work with records are refused beyond what stores and ledger refuse, each as a sentence for who must act. */
export const DESK_REFUSALS = {
  'not-permitted': () => '您的角色不能办理此项，或只能办理本中心的事项；确需办理的，请联系管理员核对角色',
  'data-set-unknown': (name: string) => `没有叫“${name}”的数据集；请从数据集的说明中选择`,
  'record-unknown': () => '没有这条记录，或它不在您能看的范围内；请从疑点的记录清单重新进入',
  'finding-without-records': (findingId: string) =>
    `问题 ${findingId} 不是从数据得出的疑点，没有可看的记录；请看它的证据`,
  'records-changed': (findingId: string) =>
    `疑点 ${findingId} 背后的记录现在列不出来：当时的检测规则已不再采用；请重新运行检测`,
  'profile-unknown': (profileId: string) => `没有叫“${profileId}”的导入方案；请先核对并确认方案`,
  'profile-unguessable': (fileName: string) =>
    `从“${fileName}”的列名看不出是哪种数据；请选定数据集后再猜，或自己写导入方案`,
  'centers-none-enrolled': () => '还没有登记任何中心，认不出记录属于谁；请先开设考核并列入各中心',
  'rubric-not-adopted': (rubricId: string) => `没有采用过编号为“${rubricId}”的细则；请先采用细则，或核对编号`,
  'detection-wrong': (count: number, first: string) =>
    `检测有 ${count} 处不能采用，一份也没有采用（第一处，${first}）；请逐处改正后一起再交`,
  'feeds-wrong': (count: number, first: string) =>
    `来源的清单有 ${count} 处不对，没有存入（第一处，${first}）；请逐处改正后整份再交`,
  'file-in-use': () => '这个文件正在导入或排队；请等它结束，或先停止那次导入',
  'preview-busy': () => '正在为您核对另一个文件；请等它结束后再试',
  'import-unknown': () => '没有这次导入；请刷新导入记录后重试',
  'import-ended': () => '这次导入已经结束，不能停止；请刷新查看结果',
  'errors-gone': () =>
    '这里没有这次导入的错误文件：它已过保存期限被删除，或在另一个节点上；请再试一次，仍没有的请重新上传原文件再导入一次',
  'detections-none': () => '本考核没有在用的检测：还没有采用，或都已停用；请考核员先采用',
  'detection-unknown': (name: string) => `没有采用过叫“${name}”的检测；请从列表中选择`,
  'detection-retired': (name: string) => `检测“${name}”在本考核已经停用，不能运行；仍要查的请考核员重新采用`,
  'as-of-outside': (asOf: string, from: string, today: string) =>
    `截至日 ${asOf} 不在考核周期第一天 ${from} 至今天 ${today} 之内；请改正后重试`,
  'records-moving': () => '检测时一直有新的记录导入，没有得出结果；请等导入结束后再运行',
  'run-unknown': () => '没有这次检测；请刷新检测记录后重试',
  'run-ended': () => '这次检测已经结束，不能停止；请刷新查看结果',
  'desk-closing': () => '服务正在停止，没有开始；请稍后重试',
  'jobs-too-many': (limit: number) => `本区已有 ${limit} 项任务在排队，没有再加；请等前面的办完后再试`,
} as const

export type DeskCode =
  | keyof typeof DESK_REFUSALS
  | RecordRefusalCode
  | EvidenceFaultCode
  | StoreFaultCode
  | ActingCode
  | 'calendars-apart'

/** What is answered at the records desk. */
export type AtDesk<Value> = Outcome<Value, DeskCode>

export function refuseAtDesk<Code extends keyof typeof DESK_REFUSALS>(
  code: Code,
  ...facts: Parameters<(typeof DESK_REFUSALS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say = DESK_REFUSALS[code] as (...facts: readonly (string | number)[]) => string
  return refused(code, say(...facts))
}
