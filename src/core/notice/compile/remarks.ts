import type { CriterionId } from '../../kernel/identifiers.ts'
import type { Remark, RemarkKind } from '../../rubric/remark.ts'
import type { NoticeLayout } from '../layout/notice-layout.ts'
import type { MappedText } from '../layout/mapped-text.ts'
import { normalise } from '../normalise.ts'
import type { CriterionReading } from './compile-criterion.ts'
import { spanOf, wordingAt } from './source-text.ts'

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
  ['cure', /可?(?:以)?不(?:予)?扣分|恢复[^,;。]{0,4}分|免予扣分|减免/],
  ['reference', /按照?[^,;。]{0,12}《[^》]+》|另行(?:制定|规定)|见附件/],
  ['unread', /[0-9一二三四五六七八九十半]+分(?![钟管之类局组批步期册段队工别析])/],
]

/** What was read and moves no points: general rules, and the sentences of a criterion that no clause covers. */
export function remarksOf(readings: readonly CriterionReading[], layout: NoticeLayout): Remark[] {
  return [
    ...readings.flatMap((reading) => {
      const spans = reading.criterion.clauses.map(({ span }) => span)
      return sentenceRemarks(reading.text, reading.criterion.id).filter(
        ({ span }) => !spans.some((clause) => span.start < clause.end && clause.start < span.end),
      )
    }),
    ...layout.passages.flatMap((passage) => sentenceRemarks(passage, null)),
  ]
}

function sentenceRemarks(text: MappedText, criterionId: CriterionId | null): Remark[] {
  const normal = normalise(text.text)
  const remarks: Remark[] = []
  for (const match of normal.text.matchAll(/[^。;\n]+/g)) {
    const kind = KINDS.find(([, pattern]) => pattern.test(match[0]))?.[0]
    if (kind === undefined) continue
    remarks.push({ kind, criterionId, ...wordingAt(text, normal, match.index, match.index + match[0].length) })
  }
  return remarks.length > 0 || criterionId === null ? remarks : wholeRemark(text, criterionId)
}

/** A criterion without any price still stands in the rubric; only text without a figure is left as it is. */
function wholeRemark(text: MappedText, criterionId: CriterionId): Remark[] {
  return /\d\s*分/.test(text.text) ? [{ kind: 'unread', criterionId, quote: text.text, span: spanOf(text) }] : []
}
