/**
 * The catalogue of what can go wrong between a person and the program. A fault is a fact; its message is said here and
 * nowhere else: where, what, and what to do. A new code is a type error until it has a sentence.
 */
import { unreachable } from '../core/kernel/unreachable.ts'
import { messageOfRecords, type RecordsProblem } from './folder-records/records-problem.ts'
import { messageOfNotice } from './notice-problem.ts'
import type { FileFault } from './ports/file-fault.ts'
import type { ArchiveFault } from './ports/notice-archive.ts'
import type { WriteFault } from './ports/proof-files.ts'

export type Problem =
  | FileFault
  | WriteFault
  | ArchiveFault
  | RubricProblem
  | AssessmentProblem
  | AskingProblem
  | ProofProblem
  | RecordsProblem

/** About a notice or a rubric file. */
export type RubricProblem =
  | { readonly code: 'no-clause-found'; readonly path: string }
  | { readonly code: 'corrections-refused'; readonly path: string; readonly first: string; readonly count: number }
  | { readonly code: 'rubric-malformed'; readonly path: string; readonly place: string; readonly expected: string }
  | { readonly code: 'rubric-broken'; readonly path: string; readonly first: string; readonly count: number }

/** About a folder whose parts do not fit each other. */
export type AssessmentProblem =
  | { readonly code: 'ledger-missing'; readonly path: string }
  | { readonly code: 'ledger-without-centers'; readonly path: string }
  | { readonly code: 'ledger-foreign'; readonly path: string; readonly clauseId: string }
  | { readonly code: 'interpretation-foreign'; readonly path: string; readonly questionId: string }
  | {
      readonly code: 'interpretation-unlisted'
      readonly path: string
      readonly questionId: string
      readonly reading: string
      readonly known: readonly string[]
    }
  | { readonly code: 'calendar-missing'; readonly path: string }
  | { readonly code: 'centers-missing'; readonly path: string }
  | { readonly code: 'year-missing'; readonly path: string }

/** About what was asked for. */
export type AskingProblem =
  | { readonly code: 'folder-unnamed'; readonly candidates: readonly string[] }
  | { readonly code: 'center-unknown'; readonly given: string; readonly known: readonly string[] }
  | { readonly code: 'clause-not-found'; readonly given: string; readonly known: readonly string[] }
  | { readonly code: 'date-wrong'; readonly option: string; readonly given: string }
  | { readonly code: 'seed-wrong'; readonly given: string }
  | {
      readonly code: 'number-outside'
      readonly option: string
      readonly given: string
      readonly least: number
      readonly most: number
    }
  | { readonly code: 'case-damaged'; readonly line: number; readonly detail: string }

/** About bundles, data folders and backups. */
export type ProofProblem =
  | {
      readonly code: 'bundle-foreign'
      readonly path: string
      readonly reason: 'empty' | 'not-bundle' | 'format-unknown'
    }
  | { readonly code: 'kept-code-wrong'; readonly given: string }
  | { readonly code: 'kept-head-wrong'; readonly given: string }
  | { readonly code: 'assessment-unnamed'; readonly given: string; readonly known: readonly string[] }
  | { readonly code: 'nothing-to-export'; readonly given: string; readonly data: string }
  /** What a store refuses, in its own words. */
  | { readonly code: 'refused'; readonly reason: string; readonly message: string }

export type ProblemCode = Problem['code']

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Problem }

export function answered<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function failed(fault: Problem): { readonly ok: false; readonly fault: Problem } {
  return { ok: false, fault }
}

export function messageOf(problem: Problem): string {
  switch (problem.code) {
    case 'file-missing':
      return `找不到文件“${problem.path}”。请核对路径；路径中有空格时要加引号。`
    case 'file-is-folder':
      return `“${problem.path}”是文件夹，不是文件。请指明其中的通知文件，如 notice.txt。`
    case 'file-unreadable':
      return `读不了“${problem.path}”（${problem.detail}）。请检查是否有读取权限，或文件是否正被其他程序占用。`
    case 'file-empty':
    case 'file-blank':
    case 'file-too-large':
    case 'file-is-document':
    case 'file-is-binary':
    case 'file-not-text':
    case 'document-damaged':
    case 'document-encrypted':
    case 'document-without-text':
    case 'document-empty':
    case 'document-too-large':
    case 'document-too-slow':
    case 'document-too-heavy':
    case 'reading-busy':
      return messageOfNotice(problem)
    case 'folder-missing':
      return `找不到文件夹“${problem.path}”。请核对路径。`
    case 'folder-is-file':
      return `“${problem.path}”是文件，不是文件夹。请指明它所在的文件夹。`
    case 'folder-without-notice':
      return `文件夹“${problem.path}”里没有通知。请把它以 notice.docx、notice.pdf、notice.xlsx、notice.html、notice.md 或 notice.txt 的名字放进去，或指明另一个文件夹。`
    case 'folder-with-notices':
      return `文件夹“${problem.path}”里有 ${problem.names.length} 份通知（${problem.names.join('、')}），不知道依哪一份。请只留一份，其余移走或改名。`
    case 'folder-not-written':
      return `写不进“${problem.path}”（${problem.detail}）。请检查权限和磁盘空间，或换一个位置。`
    case 'json-damaged':
      return `“${problem.path}”第 ${problem.line} 行第 ${problem.column} 列起不是完整的 JSON。请检查该处的逗号、引号和括号。`
    case 'field-wrong':
      return `“${problem.path}”的 ${problem.place} 是 ${problem.found}，应为${problem.expected}。请改正后再试；没有读入任何内容。`
    case 'ledger-damaged':
      return `台账“${problem.path}”${problem.detail}。没有读入任何事件。`
    case 'no-clause-found':
      return `“${problem.path}”里没有读到任何计分条款（如“查实一例扣1分”）。请确认它是考核评分细则的正文，而不是封面或扫描件。`
    case 'corrections-refused':
      return `“${problem.path}”旁边的 corrections.json 有${problem.count}处改正不能用，第一处：${problem.first}。`
    case 'rubric-malformed':
      return `“${problem.path}”不是本程序生成的细则：${problem.place} 应为${problem.expected}。请用 mingheng compile --json 重新生成。`
    case 'rubric-broken':
      return `细则“${problem.path}”有 ${problem.count} 处自相矛盾，第一处：${problem.first}。请用 mingheng compile --json 从通知重新生成，不要手工修改。`
    case 'ledger-missing':
      return `文件夹“${problem.path}”里没有台账 ledger.jsonl，无从计分。请先导入台账，或运行 mingheng demo 生成一年的示例。`
    case 'ledger-without-centers':
      return `文件夹“${problem.path}”的台账里没有登记任何中心，无从计分。请先登记参加考核的中心。`
    case 'ledger-foreign':
      return `文件夹“${problem.path}”的台账提到条款 ${problem.clauseId}，细则里没有这一款。台账与通知不是同一套；请核对 notice.txt 的版本。`
    case 'interpretation-foreign':
      return `“${problem.path}”的口径回答了问题 ${problem.questionId}，通知并没有提出这个问题。请用 mingheng questions 查看问题编号后改正。`
    case 'interpretation-unlisted':
      return `“${problem.path}”对问题 ${problem.questionId} 的口径是“${problem.reading}”，不在可选的理解之中（${problem.known.join('、')}）。请改用其中一种。`
    case 'calendar-missing':
      return `文件夹“${problem.path}”里没有日历（calendar-年份.json），数不出工作日。请按国务院办公厅的放假安排补上。`
    case 'centers-missing':
      return `文件夹“${problem.path}”里没有 centers.json，不知道考核哪些中心。请列出各中心的编号和名称。`
    case 'year-missing':
      return `“${problem.path}”没有写明考核年度，不能生成示例。请在通知标题或文号中写明年份。`
    case 'folder-unnamed':
      return problem.candidates.length === 0
        ? '没有指明考核文件夹，当前文件夹及 out/ 下也没有。请用 --folder 指明，或先运行 mingheng demo。'
        : `out/ 下有 ${problem.candidates.length} 个考核文件夹，请用 --folder 指明一个：${problem.candidates.join('、')}`
    case 'center-unknown':
      return `没有叫“${problem.given}”的中心。请从中选一个：${problem.known.join('、')}`
    case 'clause-not-found':
      return `细则里没有条款“${problem.given}”。${nearest(problem.known)}`
    case 'date-wrong':
      return `${problem.option} 的“${problem.given}”不是日期。请写成 2021-10-25 这样的形式，并确认这一天存在。`
    case 'number-outside':
      return `${problem.option} 写的是“${problem.given}”，不是 ${problem.least} 到 ${problem.most} 的整数。请换一个。`
    case 'seed-wrong':
      return `种子“${problem.given}”不是 0 至 4294967295 的整数。请换一个。`
    case 'case-damaged':
      return `第 ${problem.line} 行：${problem.detail}。请改正这一行；其他各行照常处理。`
    case 'file-exists':
      return `“${problem.path}”已经在那里，没有覆盖。请换一个名字，或先移走原来的文件。`
    case 'file-not-written':
      return `写不进“${problem.path}”（${problem.detail}）。请检查权限和磁盘空间，或换一个位置。`
    case 'bundle-foreign':
      return FOREIGN[problem.reason](problem.path)
    case 'kept-code-wrong':
      return `“${problem.given}”不是核验码。核验码是 5 组、每组 4 个数字或字母；请对照得分表重新输入。`
    case 'kept-head-wrong':
      return `“${problem.given}”不是台账摘要。摘要是 64 个数字和 a 至 f 的字母；请重新复制。`
    case 'assessment-unnamed':
      return problem.known.length === 0
        ? `没有叫“${problem.given}”的考核，数据文件夹里一个考核也没有。请核对 --data，或指明一个考核文件夹。`
        : `没有叫“${problem.given}”的考核，或不止一个。请从中选一个，不止一个区的请加 --tenant：${problem.known.join('、')}`
    case 'nothing-to-export':
      return `没有考核文件夹“${problem.given}”，“${problem.data}”也不是数据文件夹。请核对路径；考核在服务里的，请用 --data 指明数据文件夹。`
    case 'refused':
      return problem.message
    case 'records-missing':
    case 'data-set-unknown':
    case 'record-unknown':
    case 'profile-unknown':
    case 'profile-foreign':
    case 'profile-ambiguous':
    case 'profile-unguessable':
    case 'correction-unfit':
    case 'detections-missing':
    case 'detection-unknown':
    case 'detection-wrong':
    case 'ledger-moved':
      return messageOfRecords(problem)
    default:
      return unreachable(problem)
  }
}

const FOREIGN: Readonly<Record<'empty' | 'not-bundle' | 'format-unknown', (path: string) => string>> = {
  empty: (path) => `“${path}”是空文件（0 字节）。请重新下载或索取证明文件。`,
  'not-bundle': (path) =>
    `“${path}”不是明衡导出的证明文件，或者它的第一行已经损坏。请核对是不是拿错了文件，再重新下载或索取。`,
  'format-unknown': (path) => `“${path}”由更新的版本导出，本程序不认识它的格式。请换用新版程序核验。`,
}

function nearest(known: readonly string[]): string {
  return known.length === 0 ? '请用 mingheng compile 查看条款编号。' : `相近的有：${known.join('、')}；请核对编号。`
}
