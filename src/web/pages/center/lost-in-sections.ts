import type { SheetAnswer } from './center-answers.ts'

type SectionScore = SheetAnswer['sheet']['sections'][number]
type Line = SectionScore['lines'][number]

/** A line that took points, with its sentence as the server says it. */
export interface LostLine {
  readonly line: Line
  readonly sentence: string
}

export interface LostInSection {
  readonly sectionId: string
  readonly label: string
  readonly title: string
  readonly maxPoints: number | null
  readonly score: number
  readonly sentence: string
  readonly lines: readonly LostLine[]
  readonly adjustments: readonly string[]
}

/** The sections in which something is lost, in the notice's order, the greatest loss of each first. */
export function lostInSections({ sheet, sections }: Pick<SheetAnswer, 'sheet' | 'sections'>): readonly LostInSection[] {
  return sheet.sections.flatMap(({ sectionId, maxPoints, score, lines }): LostInSection[] => {
    const explained = sections.find((one) => one.sectionId === sectionId)
    const lost = lines
      .map((line, place) => ({ line, sentence: explained?.lines[place]?.sentence ?? '' }))
      .filter(({ line }) => line.effect < 0)
      .sort((one, other) => one.line.effect - other.line.effect)
    if (lost.length === 0) return []
    const { label = '', title = '', sentence = '', adjustments = [] } = explained ?? {}
    return [{ sectionId, label, title, maxPoints, score, sentence, lines: lost, adjustments }]
  })
}
