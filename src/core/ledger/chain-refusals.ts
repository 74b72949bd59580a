import type { Refusal } from '../kernel/outcome.ts'

/** Everything in which a chain of entries can fail whoever reads it, each as a sentence that names the entry. */
export const CHAIN_REFUSALS = {
  'entry-out-of-order': (seq: number, found: number) =>
    `台账应接第 ${seq} 条，却是第 ${found} 条：有缺失、重复或次序颠倒；请从备份恢复，或重新导出`,
  'entry-changed': (seq: number) => `台账第 ${seq} 条的内容与当时的摘要不符：内容被改动过；请从备份恢复，并查明原因`,
  'link-broken': (seq: number) => `台账第 ${seq} 条不接前一条：此前有内容被改动、删除或插入；请从备份恢复，并查明原因`,
  'digest-wrong': (seq: number) => `台账第 ${seq} 条的链接摘要不符：摘要被改动过；请从备份恢复，并查明原因`,
  'body-withheld': (seq: number) => `台账第 ${seq} 条被隐去，不能据此还原全部经过；请使用完整的台账`,
  'body-not-event': (seq: number, detail: string) =>
    `台账第 ${seq} 条不是本程序能识别的事件（${detail}）；请升级后再读，或从备份恢复`,
  'event-unknown': (seq: number, detail: string) =>
    `台账第 ${seq} 条与摘要相符，但本程序不认识，多半由更新的版本写成（${detail}）；请升级后再读`,
  'head-earlier': (seq: number, expected: number) =>
    `台账只到第 ${seq} 条，已知应到第 ${expected} 条：末尾被删去；请从备份恢复，或重新导出`,
  'head-differs': (seq: number) => `台账第 ${seq} 条的摘要与已知的不同：此前的内容不是同一份；请核对来源`,
} as const

export type ChainRefusalCode = keyof typeof CHAIN_REFUSALS

export interface ChainRefusal extends Refusal<ChainRefusalCode> {
  readonly seq: number
}

type Values<Code extends ChainRefusalCode> = Parameters<(typeof CHAIN_REFUSALS)[Code]>

/** The first value is the entry's place. */
export function chainRefusal<Code extends ChainRefusalCode>(code: Code, ...values: Values<Code>): ChainRefusal {
  const message = CHAIN_REFUSALS[code] as (...values: Values<Code>) => string
  const [seq] = values
  return { code, seq, message: message(...values) }
}
