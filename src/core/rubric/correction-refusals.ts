import { formatPoints, type Points } from '../kernel/points.ts'
import type { Refusal } from '../kernel/outcome.ts'
import type { ClauseId } from '../kernel/identifiers.ts'

/** Everything that a correction can be refused for, each as a sentence for who must act: what, where, what to do. */
export const CORRECTION_REFUSALS = {
  'correction-clause-unknown': (clauseId: ClauseId) => `读出的细则里没有 ${clauseId} 款，无从改正；请重新编译后再改`,
  'correction-twice': (clauseId: ClauseId) => `${clauseId} 款改正了两次；请只保留一处改正`,
  'correction-stale': (clauseId: ClauseId) =>
    `${clauseId} 款的原句或读法已与改正时看到的不同；请看过现在的读法后重新改正`,
  'correction-of-nothing': (clauseId: ClauseId) => `${clauseId} 款的改正与读出的一样；请改动一处，或撤回这处改正`,
  'correction-reason-missing': (clauseId: ClauseId) => `${clauseId} 款的改正没有写理由；请写明为什么这样读`,
  'correction-direction-foreign': (clauseId: ClauseId) =>
    `${clauseId} 款只能改为扣分、加分、要求或不是规则；请重新选择`,
  'correction-amount-nothing': (clauseId: ClauseId) => `${clauseId} 款改正的分值不能是 0；请填写大于 0 的分值`,
  'correction-amount-reversed': (clauseId: ClauseId) => `${clauseId} 款的分值范围应从小到大；请改正最低分或最高分`,
  'correction-amount-beyond': (clauseId: ClauseId, given: Points, limit: Points) =>
    `${clauseId} 款改为 ${formatPoints(given)} 分，超过本部分的 ${formatPoints(limit)} 分；请改为不超过本部分分值的数`,
  'correction-amount-foreign': (clauseId: ClauseId) =>
    `${clauseId} 款不能改成这种分值；请填写一个分值、从小到大的范围，或选“没有写分值”`,
  'correction-unit-wrong': (clauseId: ClauseId) =>
    `${clauseId} 款的计量单位应是 1 至 8 个字、各不相同；请改正，如“次”“件”`,
  'correction-cap-under': (clauseId: ClauseId, cap: Points, amount: Points) =>
    `${clauseId} 款封顶 ${formatPoints(cap)} 分，却一次就有 ${formatPoints(amount)} 分，自相矛盾；请改正封顶或分值`,
  'correction-cap-beyond': (clauseId: ClauseId, given: Points, limit: Points) =>
    `${clauseId} 款封顶 ${formatPoints(given)} 分，超过本部分的 ${formatPoints(limit)} 分；请改正封顶`,
  'correction-cap-foreign': (clauseId: ClauseId) => `${clauseId} 款封顶所按的范围应是 1 至 8 个字；请改正，如“月”“人”`,
} as const

export type CorrectionCode = keyof typeof CORRECTION_REFUSALS

export const CORRECTION_CODES = Object.keys(CORRECTION_REFUSALS) as readonly CorrectionCode[]

/** Of one correction: which clause and why it cannot be. */
export interface CorrectionRefusal extends Refusal<CorrectionCode> {
  readonly clauseId: ClauseId
}

type Values<Code extends CorrectionCode> = Parameters<(typeof CORRECTION_REFUSALS)[Code]>

/** The first of `values` is the clause. */
export function correctionRefusal<Code extends CorrectionCode>(code: Code, ...values: Values<Code>): CorrectionRefusal {
  const message = CORRECTION_REFUSALS[code] as (...values: Values<Code>) => string
  return { code, clauseId: values[0], message: message(...values) }
}
