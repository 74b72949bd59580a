import type { Outcome, Refusal } from '../../kernel/outcome.ts'
import type { LedgerRefusalCode } from '../../ledger/ledger-refusals.ts'

/** What cannot be supposed beyond what the ledger's own rules refuse, each as a sentence for who must act. */
export const SUPPOSITION_REFUSALS = {
  'supposed-already': (number: number, what: string) =>
    `第${number}号现在就是${what}，这一项设想什么也不改变；请删去这一项，或改设别的结果`,
  'supposed-nothing': (number: number) => `没有写第${number}号改成多少；请写次数（如 x2）或每次的分值（如 1.5）`,
  'supposed-undecided': (number: number) =>
    `第${number}号问题还没有查实，谈不上裁量的分值；请改为设想它查实，可以同时写分值`,
  'supposed-void': (number: number) =>
    `第${number}号已经不计分，改它的次数或实测值不会改变分数；请先设想它查实，或予以加分`,
  'supposed-without-appeal': (number: number) =>
    `第${number}号问题没有待复核的申诉；要设想它不计分，请写“${number} 不成立”，要设想另一个分值，请写“${number} 分值 1”这样`,
  'price-without-number': (clauseId: string) => `${clauseId} 款是不得分或一票否决，没有分值可改；请选有分值的款`,
  'price-not-computed': (clauseId: string) => `${clauseId} 款只记录、不计分，改价不会改变分数；请选计分的款`,
  'price-of-many': (clauseId: string) =>
    `${clauseId} 款按档次、级别或比例给出几个分值，不能换成一个分值或幅度；请选只有一个分值或幅度的款`,
  'price-of-steps': (clauseId: string) => `${clauseId} 款按每一步计分，只能改每一步的分值；请写一个分值，不要写幅度`,
  'price-reversed': (low: string, high: string) => `分值幅度 ${low}-${high} 前大后小；请把小的写在前面`,
  'notice-unknown': (digest: string) =>
    `没有采用过摘要为 ${digest.slice(0, 12)}…… 的细则；请从采用过的细则里选，草案请用“来年”来看`,
  'scenario-malformed': (place: number, said: string, reason: string) =>
    `第${place}项设想“${said}”看不懂：${reason}；请改正这一项`,
  'scenario-name-long': (length: number, most: number) => `方案名称有 ${length} 个字；请缩短到 ${most} 个字以内`,
  'scenario-long': (count: number, most: number) => `方案里有 ${count} 项设想，一个方案最多 ${most} 项；请分成几个方案`,
} as const

export type SuppositionRefusalCode = keyof typeof SUPPOSITION_REFUSALS
export type SuppositionRefusal = Refusal<SuppositionRefusalCode | LedgerRefusalCode>
export type Supposing<Value> = Outcome<Value, SuppositionRefusalCode | LedgerRefusalCode>

type Values<Code extends SuppositionRefusalCode> = Parameters<(typeof SUPPOSITION_REFUSALS)[Code]>

export function notSupposed<Code extends SuppositionRefusalCode>(
  code: Code,
  ...values: Values<Code>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const message = SUPPOSITION_REFUSALS[code] as (...values: Values<Code>) => string
  return { ok: false, refusal: { code, message: message(...values) } }
}
