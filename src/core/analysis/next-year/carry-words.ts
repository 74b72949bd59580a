import type { AnswerGap } from './carry-answers.ts'
import type { CarriedAs, CaseGap } from './carry-case.ts'

/** How something decided this year stands under another notice. */
export const CARRIED_AS_WORDS: Readonly<Record<CarriedAs, string>> = {
  same: '照原样带过去',
  repriced: '按新的分值计',
  'amount-open': '原来分值固定，新通知要人裁量，待定',
  'amount-outside': '原来定的分值不在新的幅度里，待重新裁量',
}

/** Why it could not be taken over: what is missing, so that nobody reads it as a pass. */
export const NOT_CARRIED_WORDS: Readonly<Record<CaseGap | AnswerGap, string>> = {
  'clause-removed': '新通知没有这一款',
  'bonus-or-breach': '这一款由扣分改成了加分，或由加分改成了扣分',
  'by-absence': '新通知改成全年没有发生才加分，不再逐件申报',
  'not-computed': '新通知的写法读得出来、算不了分',
  'deadline-unknown': '新的期限更宽或另算，台账没有记当时用了几天',
  'responsibility-unknown': '新通知只计中心的责任，台账没有记责任在谁',
  'condition-unknown': '新通知加了条件，查实时没有人判断过',
  'measure-missing': '新通知按数值计，台账没有记这个数值',
  'measure-other': '新通知按另一种单位计，台账记的数值用不上',
  'level-missing': '新通知按等级计，台账没有记是哪一级',
  'requirement-gone': '当时没有做到的那一项，新通知不再要求',
  'requirement-unknown': '新通知少了一项要求，台账没有记当时没有做到的是哪一项',
  'question-gone': '新通知没有留下这个问题',
  'reading-gone': '新通知下这个问题没有当时选的答法',
}
