import type { Remark, RemarkKind } from '../../rubric/remark.ts'
import type { NoticeLayout } from '../layout/notice-layout.ts'
import type { MappedText } from '../layout/mapped-text.ts'
import { findPriceSites } from '../clause/price-site.ts'
import { normalise } from '../normalise.ts'
import { parsePhrases } from '../phrases/parse-phrases.ts'
import type { CriterionReading } from './compile-criterion.ts'
import { wordingAt, type Wording } from './source-text.ts'

const KINDS: readonly (readonly [RemarkKind, RegExp])[] = [
  [
    'consequence',
    /\d+(?:\.\d+)?(?:万?元|%的?(?:绩效|奖金|服务费))|约谈|通报批评|责令|处分|取消[^,;。]{0,10}(?:称号|资格)|作检讨|扣发|奖金|评先|评优|推优/,
  ],
  [
    'grades',
    /\d+分(?:\([^)]*\))?(?:及?以[上下])?(?:\([^)]*\))?(?:的?为|的?评|的?定)[^,;。]{0,6}(?:优秀|良好|合格|称职|一般|较差|[一二三四]类|[一二三四ABCD]级|达标)/,
  ],
  ['weights', /占(?:比|总分)?[^,;。]{0,6}\d+%|权重/],
  ['base', /(?:基本分|基础分|基准分|总分|满分|最高分)[^,;。]{0,6}\d+分|百分制/],
  ['definition', /[率比数]=|[率比]是指|是指/],
  ['evidence', /佐证|证明材料|台账资料|以[^,;。]{1,16}为准|考评依据/],
  ['not-applicable', /不参评|不参与(?:计分|考核|评分)|合理缺项|不适用|不作考核|不列入考核/],
  ['cure', /可?(?:以)?不(?:予)?扣分|恢复[^,;。]{0,4}分|免予扣分|减免/],
  ['reference', /按照?[^,;。]{0,12}《[^》]+》|另行(?:制定|规定)|见附件/],
  ['unread', /[0-9一二三四五六七八九十半]+分(?![钟管之类局组批步期册段队工别析])/],
]

/** What was read and is no clause: rules outside of the criteria, and the sentences of a criterion that no clause covers. */
export function remarksOf(readings: readonly CriterionReading[], layout: NoticeLayout): Remark[] {
  return [
    ...readings.flatMap(({ criterion, text, context, unpriced }) => {
      const spans = [...criterion.clauses, ...unpriced].map(({ span }) => span)
      const isOwnPoints = (sentence: string) => context.itemPoints !== null && isPoints(sentence, context.itemPoints)
      const others = sentencesOf(text).flatMap(({ sentence, wording }): Remark[] => {
        const isCovered = spans.some((clause) => wording.span.start < clause.end && clause.start < wording.span.end)
        const kind = isCovered || isOwnPoints(sentence) ? null : kindOf(sentence)
        return kind === null ? [] : [{ kind, criterionId: criterion.id, ...wording }]
      })
      return [...others, ...unpriced]
    }),
    ...layout.passages.flatMap((passage) =>
      sentencesOf(passage).flatMap(({ sentence, wording }): Remark[] => {
        const kind = generalKind(sentence) ?? kindOf(sentence)
        return kind === null ? [] : [{ kind, criterionId: null, ...wording }]
      }),
    ),
  ]
}

interface Sentence {
  readonly sentence: string
  readonly wording: Wording
}

function sentencesOf(text: MappedText): Sentence[] {
  const normal = normalise(text.text)
  return [...normal.text.matchAll(/[^。;\n]+/g)].map((match) => ({
    sentence: match[0],
    wording: wordingAt(text, normal, match.index, match.index + match[0].length),
  }))
}

function kindOf(sentence: string): RemarkKind | null {
  return KINDS.find(([, pattern]) => pattern.test(sentence))?.[0] ?? null
}

/** 断面达标(30分): a heading that only prints the points of its own item. */
function isPoints(sentence: string, itemPoints: string): boolean {
  const printed = [...sentence.matchAll(/(\d+(?:\.\d+)?)分/g)].map((match) => match[1])
  return printed.length === 1 && printed[0] === itemPoints
}

/** A note that moves points (发生重大舆情的,实行一票否决), or one that only bounds them for all (各项扣完为止). */
function generalKind(sentence: string): 'general-rule' | 'general-limit' | null {
  const phrases = parsePhrases(sentence)
  if (findPriceSites(normalise(sentence).text, phrases).length > 0) return 'general-rule'
  const isLimit = phrases.some(({ type }) => type === 'floor' || type === 'nocap' || type === 'cap')
  return isLimit ? 'general-limit' : null
}
