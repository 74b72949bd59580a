import { formatPoints } from '../../src/core/kernel/points.ts'
import type { ScoreSheet } from '../../src/core/scoring/score-sheet.ts'
import type { SheetFigures } from './read-figures.ts'

/** What each form of one document shows, sheet by sheet. */
export type InForms = Readonly<Record<'Word' | 'Excel' | 'PDF', readonly SheetFigures[]>>

/** Where a form does not show what the interface answers, or not as many rows as it says. */
export function differences(
  sheets: readonly Pick<ScoreSheet, 'centerName' | 'sections' | 'score'>[],
  forms: InForms,
): string[] {
  return Object.entries(forms).flatMap(([form, shown]) => {
    if (shown.length !== sheets.length) return [`${form}：有${shown.length}张表，应有${sheets.length}张`]
    return sheets.flatMap(({ centerName, sections, score }, at) => {
      const figures = shown[at]
      if (figures === undefined) return []
      const place = `${form}，${centerName}`
      const pairs = [
        ...sections.map((section, place) => [`第${place + 1}部分`, section.score, figures.sections[place]] as const),
        ['合计', score, figures.total] as const,
      ]
      return [
        ...pairs.flatMap(([name, answered, stands]) =>
          answered === stands
            ? []
            : [
                `${place}：${name}应为${formatPoints(answered)}，写着${stands === undefined ? '无' : formatPoints(stands)}`,
              ],
        ),
        ...(figures.sections.length === sections.length ? [] : [`${place}：有${figures.sections.length}个小计`]),
        ...(figures.rows === figures.stated ? [] : [`${place}：自称${figures.stated}行，实有${figures.rows}行`]),
      ]
    })
  })
}
