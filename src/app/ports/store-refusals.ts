import { refused, type Refusal } from '../../core/kernel/outcome.ts'
import { quotaSentence } from './quotas.ts'

/** What a store has to say to a person beside its faults: it has no such thing, or has it already. */
export const STORE_REFUSALS = {
  'assessment-unknown': (id: string) => `没有编号为“${id}”的考核；请核对编号`,
  'assessment-exists': (id: string) =>
    `已有编号为“${id}”的另一个考核，没有存入任何内容；请换一个编号，或打开已有的考核`,
  'assessments-quota-full': (used: number, quota: number) => quotaSentence('assessments', used, quota),
  'rubric-unknown': (id: string) => `没有摘要为“${id}”的细则；请先存入由通知编译出的细则`,
} as const

export type StoreRefusalCode = keyof typeof STORE_REFUSALS

export function storeRefusal<Code extends StoreRefusalCode>(
  code: Code,
  ...facts: Parameters<(typeof STORE_REFUSALS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say = STORE_REFUSALS[code] as (...facts: readonly unknown[]) => string
  return refused(code, say(...facts))
}
