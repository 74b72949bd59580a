import type { Points } from '../../kernel/points.ts'
import type { Supposition } from './supposition.ts'

/** What is said of one case, by its number. */
export type Verb = Exclude<Supposition['kind'], 'answer' | 'price' | 'period-closed' | 'other-notice'>

/** The words that scenarios are written with; English is what is printed. */
export const WORDS: Readonly<Record<Verb, readonly [english: string, chinese: string]>> = {
  'appeal-upheld': ['upheld', '维持'],
  'appeal-reversed': ['reversed', '撤销'],
  'appeal-varied': ['varied', '变更'],
  'finding-dismissed': ['dismissed', '不成立'],
  'finding-substantiated': ['substantiated', '查实'],
  amount: ['amount', '分值'],
  count: ['count', '次数'],
  measure: ['measured', '实测'],
  'bonus-approved': ['approved', '予以加分'],
  'bonus-rejected': ['rejected', '不予加分'],
}

export const VERBS: ReadonlyMap<string, Verb> = new Map(
  (Object.keys(WORDS) as Verb[]).flatMap((verb) => WORDS[verb].map((word) => [word, verb] as const)),
)

/** What begins a supposition that is about no case. */
export const WHOLE = new Map<string, 'closed' | 'answer' | 'price' | 'notice'>([
  ['closed', 'closed'],
  ['周期结束', 'closed'],
  ['answer', 'answer'],
  ['口径', 'answer'],
  ['price', 'price'],
  ['改价', 'price'],
  ['notice', 'notice'],
  ['通知', 'notice'],
])

/** What a decision says beside its outcome; null where it says nothing of it. */
export interface Decided {
  readonly occurrences: number | null
  readonly points: Points | null
}
