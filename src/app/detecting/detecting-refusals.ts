import { refused, type Refusal } from '../../core/kernel/outcome.ts'

/** Why one detection of a run told nothing, each as a sentence for who must act. What it told before stays. */
export const DETECTING_REFUSALS = {
  'detection-unreadable': (fault: string) => `检测的文件读不懂（${fault}）；请考核员改正后重新采用`,
  'detection-unfit': (fault: string) => `检测与现行细则不符（${fault}）；请考核员改正后重新采用`,
  'records-missing': (sets: string) => `还没有导入${sets}；没有数据不等于没有发生，请先导入再运行`,
  'answer-wrong': (fault: string) => `查询的结果不能采用：${fault}`,
} as const

export function detectingRefusal<Code extends keyof typeof DETECTING_REFUSALS>(
  code: Code,
  fact: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say: (fact: string) => string = DETECTING_REFUSALS[code]
  return refused(code, say(fact))
}
