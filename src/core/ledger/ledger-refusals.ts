import type { PlainDate } from '../kernel/plain-date.ts'
import { formatPoints, type Points } from '../kernel/points.ts'
import type { Refusal } from '../kernel/outcome.ts'

/** Everything that a decision can refuse, each as a sentence for who must act: what, where, what to do. */
export const LEDGER_REFUSALS = {
  'assessment-not-open': () => '考核还没有开启，不能登记；请先开启本周期的考核',
  'assessment-already-open': () => '本周期的考核已经开启，不能再开启一次；另一周期请另建考核',
  'rubric-differs': (used: string, given: string) => `本考核采用细则 ${used}，不能按细则 ${given} 办理；请换用 ${used}`,
  'period-reversed': (from: PlainDate, to: PlainDate) => `考核周期 ${from} 至 ${to} 前后颠倒；请检查起止日期`,
  'period-closed': () => '考核周期已经结束，不能再登记新的事项；已登记的有误，请考核员更正',
  'period-already-closed': () => '考核周期已经结束；不必再结束一次，请刷新查看',
  'period-not-over': (to: PlainDate) => `考核周期到 ${to} 为止，当天过后才能结束；请在 ${to} 之后办理`,
  'period-still-open': () => '考核周期还没有结束，不能定稿；请先结束周期',
  'assessment-sealed': () => '本次考核已经定稿，不能再办理；确需更正的，请考核员写明理由重启后再办',
  'not-sealed': () => '本次考核还没有定稿，不能办理此项；请先定稿',
  'already-published': () => '本次考核结果已经公示；不必重复公示',
  'sheet-missing': (centerId: string) => `定稿缺少中心 ${centerId} 的得分表；请刷新后重新定稿`,
  'forced-for-nothing': () => '没有妨碍定稿的事项，不需要强行定稿；请直接定稿',
  'sheet-unexpected': () => '定稿的得分表与列入考核的中心不一致；请刷新后重新定稿',
  'question-unknown': (questionId: string) => `细则中没有编号为 ${questionId} 的待定问题；请核对编号`,
  'reading-unknown': (given: string, known: readonly string[]) =>
    `“${given}”不是这个问题可选的理解；请从 ${known.join('、')} 中选择`,
  'answer-number-missing': (reading: string) => `理解“${reading}”需要同时给出分值；请填写分值`,
  'answer-number-unexpected': (reading: string) => `理解“${reading}”不带分值；请删去分值`,
  'answer-number-outside': (reading: string, given: Points, min: Points, max: Points | null) =>
    `理解“${reading}”的分值 ${formatPoints(given)} 分超出可选的范围；请填写 ${formatPoints(min)} 分${max === null ? '以上' : `至 ${formatPoints(max)} 分之间`}的分值`,
  'detection-already-retired': (name: string) => `检测“${name}”在本考核已经停用；不必再停用，请刷新查看`,
  'criterion-unknown': (criterionId: string) => `细则中没有 ${criterionId} 项；请核对项目编号`,
  'criterion-twice': (criterionId: string) => `${criterionId} 项自评了两次；请只保留一次`,
  'self-assessment-over': (criterionId: string, given: Points, limit: Points) =>
    `${criterionId} 项自评 ${formatPoints(given)} 分，超过满分 ${formatPoints(limit)} 分；请改为不超过满分的分值`,
  'outside-period': (day: PlainDate, from: PlainDate, to: PlainDate) =>
    `发生日期 ${day} 不在考核周期 ${from} 至 ${to} 内；请核对日期，或登记到相应的周期`,
  'center-unknown': (centerId: string) => `中心 ${centerId} 没有列入本次考核；请先列入，或核对中心编号`,
  'center-already-enrolled': (centerId: string) =>
    `中心 ${centerId} 已经列入本次考核；不必重复列入，名称有误请联系管理员`,

  'clause-unknown': (clauseId: string) => `细则中没有 ${clauseId} 款；请核对款号`,
  'clause-gives-bonus': (clauseId: string) => `${clauseId} 款是加分款，不能作为问题登记；请改为申报加分`,
  'clause-gives-no-bonus': (clauseId: string) => `${clauseId} 款不是加分款，不能申报加分；请核对款号`,
  'clause-refers-only': (clauseId: string, chargedAs: string) =>
    `${clauseId} 款只说明按 ${chargedAs} 款计分，本身没有分值；请登记到 ${chargedAs} 款，并填写同一事件编号`,
  'bonus-by-absence': (clauseId: string) => `${clauseId} 款在周期结束时按有无发生自动判定；不需要申报`,
  'count-not-whole': (count: number) => `次数 ${count} 不是 1 以上的整数；请填写整数，没有发生的请不予认定`,
  'count-exceeds': (count: number, alleged: number) =>
    `次数 ${count} 多于登记的 ${alleged}；多出的部分请另行登记，让对方有机会答复`,
  'measure-missing': (clauseId: string) => `${clauseId} 款按数值计分，但没有填写实测值；请补填实测值`,
  'measure-unexpected': (clauseId: string) => `${clauseId} 款不按数值计分，但填写了实测值；请删去，或核对款号`,
  'level-unknown': (level: string | null, levels: readonly string[]) =>
    `级别“${level ?? '（空）'}”不在细则所列之内；请从 ${levels.join('、')} 中选择`,
  'level-unexpected': (clauseId: string) => `${clauseId} 款不分级别，但填写了级别；请删去，或核对款号`,
  'unmet-unknown': (clauseId: string, requirements: readonly string[]) =>
    `${clauseId} 款有多项要求，没有正确注明违反了哪一项；请从 ${requirements.join('、')} 中选择至少一项`,
  'unmet-unexpected': (clauseId: string) => `${clauseId} 款只有一项要求，不需要注明违反哪一项；请删去`,

  'amount-missing': (clauseId: string) => `${clauseId} 款的分值由人裁量，但没有填写分值；请填写每次的分值`,
  'amount-fixed': (clauseId: string) => `${clauseId} 款的分值由细则确定，不能另定；请删去分值`,
  'amount-outside': (clauseId: string, amount: Points, min: Points, max: Points | null) =>
    `${clauseId} 款每次 ${formatPoints(amount)} 分超出细则的幅度；请填写 ${formatPoints(min)} 分${max === null ? '以上' : `至 ${formatPoints(max)} 分之间`}的分值`,
  'amount-already-decided': (number: number) => `第${number}号问题的分值已经裁量；有误的请用更正，原裁量会保留`,
  'precedent-unknown': (findingId: string) => `引用的先例 ${findingId} 不存在；请核对问题编号`,
  'text-missing': (field: string) => `没有填写${field}；请写明后再提交`,

  'deadline-past': (lastDay: PlainDate, day: PlainDate) =>
    `期限 ${lastDay} 早于办理当天 ${day}，对方来不及办理；请按工作日重新计算期限`,

  'sampling-plan-exists': (planId: string) => `抽查方案 ${planId} 已经封存，没有重复封存；另一方案请换一个编号`,
  'sampling-plan-unknown': (planId: string) => `没有编号为 ${planId} 的抽查方案；请刷新后重试，或核对编号`,
  'sampling-overlaps': (from: PlainDate, to: PlainDate) =>
    `${from} 至 ${to} 已有一份同一方式的抽查方案还没有揭示，不能另抽一份；请先写明理由揭示原方案，或错开日期`,
  'sampling-too-late': (from: PlainDate, day: PlainDate) =>
    `抽查从 ${from} 开始，封存已是 ${day}；请从今天或以后开始，先封存、后检查`,
  'sampling-already-revealed': () => '这份抽查方案已经揭示；不必再揭示，请刷新查看',
  'sampling-not-over': (to: PlainDate) =>
    `抽查到 ${to} 为止，当天过后才能揭示；确需提前揭示的，请写明理由，未到的各次随之公开`,
  'sampling-visit-unknown': (visit: number, visits: number) =>
    `抽查方案里没有第 ${visit} 次；请填写 1 至 ${visits} 之间的次序`,
  'sampling-visit-marked': (visit: number) => `抽查的第 ${visit} 次已经记为未去；不必再记，请刷新查看`,

  'finding-unknown': (findingId: string) => `没有编号为 ${findingId} 的问题；请刷新后重试，或核对编号`,
  'finding-exists': (findingId: string) => `编号 ${findingId} 已经登记过，没有重复登记；如是另一问题，请换一个编号`,
  'inspection-exists': (inspectionId: string) => `检查 ${inspectionId} 已经登记过，没有重复登记；请刷新查看`,
  'clause-twice': (clauseId: string) => `一次检查里写了两次 ${clauseId} 款；请只保留一次`,
  'finding-already-told': (number: number) => `第${number}号问题已经告知过中心或已有结论；不必再告知，请刷新查看`,
  'finding-not-told': (number: number) => `第${number}号问题还没有告知中心；请先告知，让中心有机会答复`,
  'finding-already-decided': (number: number) => `第${number}号问题已有结论，不能再作认定；有误的请用更正或申诉`,
  'finding-not-decided': (number: number) => `第${number}号问题还没有结论，不能标记依据有变；请直接更正或撤回疑点`,
  'finding-not-from-records': (number: number) =>
    `第${number}号问题不是由记录检出的疑点，不能更正或撤回；不成立的请考核员不予认定`,
  'suspicion-of-detection': (number: number, detection: string) =>
    `第${number}号疑点由检测“${detection}”检出，撤回后下次运行还会检出；记录有误的请改正记录并重新导入，再运行一次检测`,
  'suspicion-by-hand': (number: number) => `第${number}号疑点由人登记，不随检测更正；有误的请由数据员写明理由撤回`,
  'suspicion-withdrawn': (number: number) => `第${number}号疑点已经撤回，不再办理；请刷新查看`,
  'suspicion-unchanged': (number: number) => `第${number}号疑点与登记的完全相同，没有可更正的；请刷新查看`,
  'finding-not-substantiated': (number: number) =>
    `第${number}号问题没有查实，或已被撤销，不能办理此项；请刷新查看目前的结论`,
  'reply-already-given': (number: number) => `中心对第${number}号问题已经答复过；补充意见请在认定后申诉`,
  'reply-too-late': (number: number, lastDay: PlainDate) =>
    `第${number}号问题的答复期限到 ${lastDay} 为止，已经过了；对认定有异议的请在认定后申诉`,
  'reply-still-open': (number: number, lastDay: PlainDate) =>
    `中心可在 ${lastDay} 以前答复第${number}号问题，现在还没有答复；请等答复或期满后再查实`,

  'appeal-exists': (appealId: string) => `申诉编号 ${appealId} 已经用过；没有重复提交，另一申诉请换一个编号`,
  'decision-not-whole': (number: number) => `第${number}号问题还没有裁量，结论不完整，不能送达；请先裁量`,
  'decision-already-served': (number: number, lastDay: PlainDate) =>
    `第${number}号问题的结论已经送达，申诉期限到 ${lastDay} 为止；不必再送达，结论更正后才需要另行送达`,
  'appeal-too-late': (number: number, lastDay: PlainDate) =>
    `对第${number}号问题的申诉期限到 ${lastDay} 为止，已经过了；确有错误的，请考核员更正`,
  'appeal-pending': (number: number) => `第${number}号问题的申诉还在复核；请等复核有结果后再办理`,
  'appeal-unknown': (number: number) => `第${number}号问题没有这一件待复核的申诉；请刷新后重试`,
  'appeal-by-decider': (person: string, number: number) =>
    `${person} 参与过第${number}号问题的认定，不能复核对它的申诉；请由另一人复核`,

  'rectification-out-of-step': (number: number, expected: string) =>
    `第${number}号问题的整改现在不能办理此项；需要的状态是：${expected}，请刷新后重试`,
  'bonus-unknown': (bonusId: string) => `没有编号为 ${bonusId} 的加分申报；请刷新后重试，或核对编号`,
  'bonus-exists': (bonusId: string) => `编号 ${bonusId} 已经申报过，没有重复申报；如是另一项，请换一个编号`,
  'bonus-by-proposer': (person: string, number: number) =>
    `第${number}号加分申报由 ${person} 提出，不能由同一人审定；请由另一人审定`,
  'bonus-already-decided': (number: number) => `第${number}号加分申报已经审定，不能再审；请刷新查看审定结果`,
} as const

export type LedgerRefusalCode = keyof typeof LEDGER_REFUSALS
export type LedgerRefusal = Refusal<LedgerRefusalCode>

type Values<Code extends LedgerRefusalCode> = Parameters<(typeof LEDGER_REFUSALS)[Code]>

export function refusal<Code extends LedgerRefusalCode>(code: Code, ...values: Values<Code>): LedgerRefusal {
  const message = LEDGER_REFUSALS[code] as (...values: Values<Code>) => string
  return { code, message: message(...values) }
}
