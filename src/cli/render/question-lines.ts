import { formatPoints } from '../../core/kernel/points.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Question } from '../../core/rubric/question.ts'
import { displayWidth, padEnd } from '../text/display-width.ts'
import { hanging, type Page } from './page.ts'

/** A question with its readings. Open: a hatched mark in amber; answered: a solid mark, the reading and who, when, why. */
export function questionLines(
  question: Question,
  interpretation: Interpretation | null,
  page: Page,
  indent = 0,
): string[] {
  const { ink } = page
  const isOpen = interpretation === null
  const head = hanging(
    isOpen ? '▨ ' : '■ ',
    question.why,
    page,
    indent,
    isOpen ? { label: ink.open, text: ink.open } : {},
  )
  const id = `${' '.repeat(indent + 2)}${ink.faint(question.id)}`
  const width = Math.max(0, ...question.readings.map(({ key }) => displayWidth(key)))
  const readings = question.readings.flatMap(({ key, label }) => {
    const isChosen = interpretation?.reading === key
    const mark = isChosen ? '● ' : '○ '
    return hanging(`${mark}${padEnd(key, width)}  `, label, page, indent + 2, isChosen ? { text: ink.strong } : {})
  })
  return [...head, id, ...readings, ...(interpretation ? answerLines(interpretation, page, indent + 2) : [])]
}

function answerLines({ points, decidedOn, decidedBy, reason }: Interpretation, page: Page, indent: number): string[] {
  const amount = points === null ? '' : `，${formatPoints(points)}分`
  return hanging('口径 ', `${decidedOn} ${decidedBy}${amount}：${reason}`, page, indent, { label: page.ink.faint })
}
