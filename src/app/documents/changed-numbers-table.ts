import type { StatedTotal } from '../../core/document/document-proof.ts'
import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { ChangedNumber } from '../../core/analysis/changed-numbers.ts'
import type { EffectOfEvent } from '../reading/effect-of-event.ts'
import { changedBy, changedFigure, changedName } from './changed-number-cells.ts'
import { words } from './document-cells.ts'
import { officialTable } from './letter-tables.ts'

export interface ChangedFacts {
  readonly rubric: Rubric
  readonly centerId: CenterId
  readonly effect: EffectOfEvent
  /** Whether ranks and the mean are among the numbers: a center does not read the ranking. */
  readonly hasRanking: boolean
}

/** Those of the center itself, and the mean of all: of other centers a letter says only how many moved. */
export function ownNumbers({ effect, centerId }: ChangedFacts): readonly ChangedNumber[] {
  return effect.numbers.filter((number) => number.centerId === null || number.centerId === centerId)
}

/** Before, after and difference of every number, and then what is as it was. */
export function changedNumbersBlocks(facts: ChangedFacts): readonly DocumentBlock[] {
  const own = ownNumbers(facts)
  if (own.length === 0) return [paragraph(`复核没有改动任何数。${unchanged(facts)}`)]
  const table = officialTable(
    { id: 'changed-numbers', name: '改动的数', hasCaption: false },
    [
      { key: 'number', name: '项目', width: 43, align: 'left' },
      { key: 'before', name: '复核前', width: 19, align: 'right' },
      { key: 'after', name: '复核后', width: 19, align: 'right' },
      { key: 'difference', name: '差', width: 19, align: 'right' },
    ],
    own.map((number) => [
      words(changedName(facts.rubric, number)),
      changedFigure(number, 'before'),
      changedFigure(number, 'after'),
      changedBy(number),
    ]),
  )
  const { from, to } = facts.effect
  const place = from === to ? `第${from}条` : `第${from}至${to}条`
  return [
    paragraph(
      `下表按考核台账${place}记入前后各算一次得出${facts.hasRanking ? '，名次以外' : ''}，以分计。原认定保留在台账中。`,
    ),
    { kind: 'table', table },
    paragraph(unchanged(facts)),
  ]
}

/** The center's total before and after, where it moved. */
export function changedTotals(facts: ChangedFacts): readonly StatedTotal[] {
  return ownNumbers(facts).flatMap(({ what, before, after }) =>
    what === 'total'
      ? [
          { name: '复核前合计得分', points: before[0] },
          { name: '复核后合计得分', points: after[0] },
        ]
      : [],
  )
}

function unchanged(facts: ChangedFacts): string {
  const { effect, hasRanking, centerId } = facts
  const own = new Set(ownNumbers(facts).map(({ what }) => what))
  const moved = new Set(
    effect.numbers.flatMap((number) =>
      number.what === 'rank' && number.centerId !== centerId && number.centerId !== null ? [number.centerId] : [],
    ),
  )
  const kept = [
    ...(own.has('total') ? [] : ['你中心的合计得分']),
    ...(hasRanking && !own.has('rank') ? ['你中心的名次'] : []),
    ...(effect.unchangedSections === 0 ? [] : [`你中心其他${effect.unchangedSections}个部分的得分`]),
    ...(hasRanking && effect.unchangedCenters > 0 ? [`其余${effect.unchangedCenters}个中心的得分和名次`] : []),
  ]
  return [
    kept.length === 0 ? '' : `没有改动的有：${kept.join('，')}。`,
    moved.size === 0 ? '' : `另有${moved.size}个中心的名次随之变动，得分没有改动。`,
  ].join('')
}
