import type { Refusal } from '../kernel/outcome.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import { formatPoints } from '../kernel/points.ts'
import { RECORD_NAMES, type RecordKind } from './bundle-record.ts'

/** Everything that verification can find wrong, each as a sentence; where it is stands beside it. */
export const PROOF_FAILURES = {
  'line-not-text': () => '这一行有不是 UTF-8 文字的字节，或长得不合情理；文件在传送或保存时损坏，或被改过',
  'line-not-record': () => '这一行不是一条完整的记录；文件在这里损坏，或被改过',
  'line-not-canonical': () => '这一行不是规范的写法（多余的空格、次序、写法不同的数或字）；有人改写过这一行',
  'record-unknown': (kind: string) => `这一行是不认识的记录“${kind}”；文件被改过，或由更新的版本写成`,
  'record-malformed': (place: string, expected: string) => `这一行的 ${place} 不对，应为${expected}；文件被改过`,
  'record-out-of-order': (kind: RecordKind, after: RecordKind) =>
    `“${RECORD_NAMES[kind]}”不该在“${RECORD_NAMES[after]}”之后；行的次序被改过`,
  'record-twice': (kind: RecordKind) => `“${RECORD_NAMES[kind]}”只能有一行；有的行重复了`,
  'record-missing': (kind: RecordKind) => `没有“${RECORD_NAMES[kind]}”这一行；文件少了内容`,
  'broken-off': () => '文件到这里就断了，没有最后的封记；请重新下载或索取完整的文件',
  'line-end-missing': () => '最后一行没有换行；文件少了最后的字节',
  'after-seal': () => '封记之后还有内容；有人在文件末尾添加过',
  'seal-differs': () => '封记与前面的全部字节不符；文件里至少有一个字节被改过',

  'notice-differs': () => '通知原文与台账开头记下的摘要不符；不是本次考核采用的那份通知',
  'rubric-differs': () => '细则与台账开头记下的摘要不符；不是本次考核采用的那份细则',
  'rubric-unsound': (detail: string) => `细则不能用来计分：${detail}`,
  'rubric-not-quoting': (detail: string) => `细则与所附的通知原文对不上：${detail}`,
  'rubric-not-read-so': (detail: string) =>
    `从通知原文读出、再加上所记的改正，得不出这份细则${detail === '' ? '' : `（${detail.replace(/；.*$/u, '')}）`}；有未记下的改动，或改正被改过`,
  'rubric-id-differs': (used: string, given: string) => `台账采用细则 ${used}，文件附的是 ${given}`,

  'seq-differs': (expected: number) => `编号不接续，应为第 ${expected} 号；中间的记录被删去、添加或调换过`,
  'body-differs': () => '内容与它的摘要不符；这条记录写成以后被改过',
  'link-differs': () => '与前一条接不上；这条记录或它前面的记录被改过、删过或调换过',
  'entry-withheld': () => '这条记录的内容没有附上；整个考核的证明不应有隐去的内容',
  'event-unreadable': (detail: string) => detail,
  'event-seq-differs': (own: number) => `内容自称是第 ${own} 号，与所在的位置不符`,
  'clause-unknown': (clauseId: string) => `提到细则里没有的 ${clauseId} 款，不能计分`,

  'calendar-twice': (version: string) => `日历“${version}”附了两份；不知该按哪一份`,
  'calendar-missing': (version: string) => `期限按日历“${version}”推算，但文件没有附上这份日历，无法复算`,
  'calendar-too-short': (version: string) => `日历“${version}”数不到这个期限的末日`,
  'deadline-differs': (stated: PlainDate, counted: PlainDate) =>
    `期限写的是 ${stated}，按所附日历应为 ${counted}；期限被算错或改过`,

  'evidence-twice': (digest: string) => `证据 ${short(digest)} 列了两次`,
  'evidence-unlisted': (digest: string) => `用到的证据 ${short(digest)} 不在证据清单里`,
  'evidence-unused': (digest: string) => `清单里的证据 ${short(digest)} 没有任何记录用到`,

  'design-digest-differs': () => '抽查方案与它的摘要不符；方案封存以后被改过',
  'plan-days-differ': (version: string) => `抽查方案列的工作日，按所附日历“${version}”数不是这些；日期被算错或改过`,
  'plan-commitment-differs': () => '揭示的种子和盐，得不出封存时的承诺码；种子被换过，或方案被改过',
  'plan-not-drawable': (detail: string) => `揭示的抽查方案抽不出来：${detail}`,
  'plan-visit-unaccounted': (visit: number, day: PlainDate, centerId: string) =>
    `按揭示的抽查方案，第 ${visit} 次应在 ${day} 到 ${centerId}，台账里既没有这次检查，也没有记下未去的理由`,

  'not-scorable': () => '细则和台账不完整或有错，不能计分',
  'sealed-sheet-differs': (centerId: string) => `定稿记下的 ${centerId} 的得分表，与按当时的台账复算的不符`,
  'sealed-sheet-missing': (centerId: string) => `定稿没有 ${centerId} 的得分表`,
  'sealed-sheet-foreign': (centerId: string) => `定稿有 ${centerId} 的得分表，但台账里没有这个中心`,
  'sheet-differs': (centerId: string, stated: number | null, counted: number) =>
    stated === null || stated === counted
      ? `${centerId} 的得分表与复算的不符（总分同为 ${formatPoints(counted)}，明细不同）`
      : `${centerId} 的得分表写 ${formatPoints(stated)} 分，复算是 ${formatPoints(counted)} 分`,
  'sheet-digest-differs': (centerId: string) => `${centerId} 的得分表与它的摘要不符`,
  'sheet-missing': (centerId: string) => `没有 ${centerId} 的得分表`,
  'sheet-foreign': (centerId: string) => `有 ${centerId} 的得分表，但不该有：台账里没有这个中心，或重复了`,
  'code-differs': (centerId: string, code: string) => `${centerId} 的核验码应为 ${code}`,

  'count-differs': (what: string, stated: number, counted: number) =>
    `清单写${what} ${stated}，实际 ${counted}；有内容被删去或添加`,
  'head-differs': () => '清单写的台账末端，与实际的最后一条不符；末尾的记录被删去或添加过',
  'terms-differ': () => '清单写的工作日期限，与台账最后设定的不符',

  'head-not-in-chain': () =>
    '您保存的台账摘要不在这份台账里：出具摘要以后，历史被改写过，或这不是同一份考核。请留好原来的摘要，向上级或审计反映',
  'code-not-in-chain': () =>
    '您保存的核验码对不上这份台账里任何一个时刻的得分表：出具核验码以后，历史被改写过，或这不是同一份考核、同一个中心。请先核对有没有抄错，再向上级或审计反映',
} as const

export type ProofFailureCode = keyof typeof PROOF_FAILURES

export type ProofFailureFacts<Code extends ProofFailureCode> = Parameters<(typeof PROOF_FAILURES)[Code]>

export function proofFailure<Code extends ProofFailureCode>(
  code: Code,
  ...facts: ProofFailureFacts<Code>
): Refusal<Code> {
  const say = PROOF_FAILURES[code] as (...facts: ProofFailureFacts<Code>) => string
  return { code, message: say(...facts) }
}

function short(digest: string): string {
  return `${digest.slice(0, 12)}…`
}
