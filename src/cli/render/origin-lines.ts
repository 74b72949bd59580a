import type { LineOrigin } from '../../app/explain-score.ts'
import type { ScoredAssessment } from '../../app/score-assessment.ts'
import { explainLine } from '../../core/scoring/explain-line.ts'
import { explainSection } from '../../core/scoring/explain-section.ts'
import type { SheetNames } from '../../core/scoring/sheet-names.ts'
import { priceInWords } from '../../core/rubric/price-in-words.ts'
import { formatChange, formatInterval } from '../text/figures.ts'
import { underline } from '../text/underline.ts'
import { eventLines } from './event-lines.ts'
import { outcomeWords } from './outcome-words.ts'
import { hanging, lightRule, sectionTitle, spread, type Page } from './page.ts'
import { subjectText } from './sheet-page.ts'

/** One line of a sheet down to its origin: the sentence of the notice, what was found, who decided, and the arithmetic. */
export function originLines(origin: LineOrigin, scored: ScoredAssessment, names: SheetNames, page: Page): string[] {
  const { ink } = page
  const { line, clause, criterion, section, sectionScore } = origin
  const { mark, word } = outcomeWords(line.outcome)
  const [low, high] = line.between
  const isOpen = low !== high
  const effect = line.effect === 0 ? '不动分' : `${formatChange(line.effect)}分`
  const paint = line.effect < 0 ? ink.lost : line.effect > 0 ? ink.gained : ink.strong
  return [
    ...spread(`${mark} ${clause.id} ${word}`, effect, page).map(paint),
    lightRule(page),
    ink.strong('原句') + `  ${sectionTitle(section)} · ${criterion.id}`,
    ...underline(scored.source.text, clause.span, page.columns - 6).flatMap(({ text, marks }) => [
      `      ${text}`,
      ...(marks === '' ? [] : [`      ${ink.faint(marks)}`]),
    ]),
    ...hanging('价格  ', priceInWords(clause), page, 0, { label: ink.strong }),
    ...hanging('事由  ', subjectText(line, scored), page, 0, { label: ink.strong }),
    ink.strong('经过'),
    ...origin.events.flatMap((event) => eventLines(event, page, 6)),
    ...hanging('结果  ', explainLine(line, clause, names), page, 0, { label: ink.strong }),
    ...(isOpen
      ? hanging('可能  ', `${formatInterval(line.between)}分`, page, 0, { label: ink.open, text: ink.open })
      : []),
    ...hanging('合计  ', explainSection(sectionScore).sentence, page, 0, { label: ink.strong }),
  ]
}
