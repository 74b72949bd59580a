import type { QuestionId } from '../kernel/identifiers.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import { formatRational, scaleDown, type Rational } from '../kernel/rational.ts'
import type { Clause } from '../rubric/clause.ts'
import type { DetectedMeasure, Detection, Parameter } from './detection.ts'
import type { Judged } from './judge-measure.ts'
import { isOpen, valueOf, type RunSetting } from './parameter-values.ts'

type Reading = RunSetting['readingOf']

/** What happened how often, and by which numbers: for the center that is to answer it. */
export function describeRows(
  { title, parameters }: Detection,
  { per, conditions }: Clause,
  found: {
    readonly occurredOn: PlainDate
    readonly occurrences: number
    readonly measured: number | null
  },
  readingOf: Reading,
): string {
  const unit = per.length === 0 ? '次' : per.join('·')
  const threshold = conditions.find(({ kind }) => kind === 'threshold')
  const measured =
    found.measured === null ? '' : `，${found.measured}${threshold && 'unit' in threshold ? threshold.unit : ''}`
  return sentences([
    `${title}：${found.occurredOn}，${found.occurrences} ${unit}${measured}`,
    ...parametersText(parameters, readingOf),
  ])
}

export function describeMeasure(
  { title, parameters }: Detection,
  { period, numerator, denominator }: DetectedMeasure,
  { measured, unit, limit, openQuestion }: Judged,
  readingOf: Reading,
): string {
  const counted = denominator === 1 ? '' : `（${numerator}/${denominator}）`
  const against = limit === '' ? '' : `，${limit}`
  return sentences([
    `${title}：${periodText(period)}测得 ${figure(measured)}${unit}${counted}${against}`,
    ...parametersText(parameters, readingOf),
    openQuestion === null || parameters.some(({ question }) => question?.questionId === openQuestion)
      ? ''
      : `正好在界限上，包不包括界限本身${pending(openQuestion)}`,
  ])
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('。')
}

/** The numbers that the notice does not print, each with where it comes from; what is open says so. */
function parametersText(parameters: readonly Parameter[], readingOf: Reading): string[] {
  return parameters.map((parameter) => {
    const { unit, because, question } = parameter
    const value = `${valueOf(parameter, readingOf)}${unit === '' ? '' : ` ${unit}`}`
    const open = question && isOpen(parameter, readingOf) ? `；${pending(question.questionId)}，暂按这个数` : ''
    return `口径 ${value}：${because}${open}`
  })
}

function pending(questionId: QuestionId): string {
  return `口径未定（问题 ${questionId}）`
}

function periodText(period: string): string {
  const [year, month] = period.split('-')
  return month === undefined ? `${year} 年` : `${year} 年 ${Number(month)} 月`
}

/** A rate that never ends is cut, not rounded: 69.999 % must not read as 70 %. */
function figure(measured: Rational): string {
  const exact = formatRational(measured)
  if (!exact.includes('/')) return exact
  const cut = scaleDown(measured, 100)
  return `${Math.trunc(cut / 100)}.${String(cut % 100).padStart(2, '0')}…`
}
