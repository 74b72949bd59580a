import { MODE_NAMES, type SamplingDesign } from '../../ledger/sampling-design.ts'
import type { CheckedVisit, VisitStanding } from './check-visits.ts'

export const STANDING_NAMES: Readonly<Record<VisitStanding, string>> = {
  made: '已去',
  missed: '未去',
  coming: '未到',
  unaccounted: '待说明',
}

/** How far a plan has come, as a sentence: settled before open. `visits` are those that the reader may see. */
export function planInWords(
  { mode, from, to, visits: all, minimum, centers }: SamplingDesign,
  visits: readonly CheckedVisit[],
): string {
  const count = (wanted: VisitStanding) => visits.filter(({ standing }) => standing === wanted).length
  const parts = (['made', 'missed', 'unaccounted', 'coming'] as const).flatMap((standing) =>
    count(standing) === 0 ? [] : [`${STANDING_NAMES[standing]}${count(standing)}次`],
  )
  return `${from}至${to}${MODE_NAMES[mode]}${centers.length}个中心，共${all}次，每个中心至少${minimum}次：${parts.join('，')}。`
}
