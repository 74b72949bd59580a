import { unreachable } from '../../core/kernel/unreachable.ts'

/** About the records of an assessment folder and what was asked of them. */
export type RecordsProblem =
  | { readonly code: 'records-missing'; readonly path: string }
  | { readonly code: 'data-set-unknown'; readonly given: string; readonly known: readonly string[] }
  /** `known` are those that bear the number in several sources. */
  | {
      readonly code: 'record-unknown'
      readonly given: string
      readonly dataSet: string
      readonly known: readonly string[]
    }
  | { readonly code: 'profile-unknown'; readonly given: string; readonly known: readonly string[] }
  | { readonly code: 'profile-foreign'; readonly given: string; readonly wanted: string }
  | { readonly code: 'profile-ambiguous'; readonly path: string; readonly fitting: readonly string[] }
  | { readonly code: 'profile-unguessable'; readonly path: string; readonly header: readonly string[] }
  | { readonly code: 'correction-unfit'; readonly path: string }
  | { readonly code: 'detections-missing'; readonly path: string }
  | { readonly code: 'detection-unknown'; readonly given: string; readonly known: readonly string[] }
  | { readonly code: 'detection-wrong'; readonly path: string; readonly detail: string }
  | { readonly code: 'ledger-moved'; readonly path: string }

export function messageOfRecords(problem: RecordsProblem): string {
  switch (problem.code) {
    case 'records-missing':
      return `文件夹“${problem.path}”里还没有导入过业务记录。请先用 mingheng import 导入。`
    case 'data-set-unknown':
      return `没有叫“${problem.given}”的数据集。请从中选一个：${problem.known.join('、')}`
    case 'record-unknown':
      return problem.known.length === 0
        ? `${problem.dataSet}里没有编号为“${problem.given}”的记录。请核对编号；它可能还没有导入。`
        : `${problem.dataSet}里有几个来源的记录编号都是“${problem.given}”。请从中选一个：${problem.known.join('、')}`
    case 'profile-unknown':
      return problem.known.length === 0
        ? `没有叫“${problem.given}”的导入方案，文件夹里一个方案也没有。请去掉 --profile，先从文件猜一个。`
        : `没有叫“${problem.given}”的导入方案。请从中选一个，或去掉 --profile：${problem.known.join('、')}`
    case 'profile-foreign':
      return `导入方案“${problem.given}”不是${problem.wanted}的。请去掉 --data-set，或换一个方案。`
    case 'profile-ambiguous':
      return `“${problem.path}”的列与几个导入方案都相符：${problem.fitting.join('、')}。请用 --profile 指明用哪一个。`
    case 'profile-unguessable':
      return `从“${problem.path}”的列名（${shown(problem.header)}）看不出是哪种数据。请用 --data-set 指明；若第一行不是表头，请先补上。`
    case 'correction-unfit':
      return `“${problem.path}”是错误文件，但没有确认过的导入方案与它的列相符。请不要改它的表头；方案改过的，请先用原文件加 --yes 确认。`
    case 'detections-missing':
      return `文件夹“${problem.path}”的 detections 里没有检测（.sql）。请从 notices 下的通知文件夹里拷来，或自己编写。`
    case 'detection-unknown':
      return `没有叫“${problem.given}”的检测。请从中选一个：${problem.known.join('、')}`
    case 'detection-wrong':
      return `检测“${problem.path}”有错：${problem.detail}。没有运行任何检测。`
    case 'ledger-moved':
      return `台账“${problem.path}”在检测时被别的程序改了，检测的结果没有写入。请等那个程序做完，再运行一次。`
    default:
      return unreachable(problem)
  }
}

function shown(header: readonly string[]): string {
  const first = header.slice(0, 8).join('、')
  return header.length <= 8 ? first : `${first}……`
}
