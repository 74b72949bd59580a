import type { OpenedSuspicion } from '../../app/example-records/open-suspicion.ts'
import type { ScoredAssessment } from '../../app/score-assessment.ts'
import type { CenterId } from '../../core/kernel/identifiers.ts'
import { codesOf } from '../../core/records/code-sets.ts'
import type { Field } from '../../core/records/data-set.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import { hanging, lightRule, spread, type Page } from './page.ts'

/** A suspicion down to the rows that it rests on, each field by its Chinese name. */
export function openedLines(
  { suspicion, detection, records }: OpenedSuspicion,
  { rubric, state }: ScoredAssessment,
  page: Page,
): string[] {
  const { ink } = page
  const { centerId, clauseId, description, basis } = suspicion
  const center = state.centers.get(centerId) ?? centerId
  return [
    ...spread(`${clauseId} ${detection.title}`, center, page).map(ink.strong),
    lightRule(page),
    ...hanging('原句  ', findClause(rubric, clauseId)?.quote ?? '', page, 0, { label: ink.strong }),
    ...hanging('疑点  ', description, page, 0, { label: ink.strong }),
    ...hanging('说明  ', detection.shows, page, 0, { label: ink.strong, text: ink.faint }),
    ...hanging('依据  ', basisText(basis), page, 0, { label: ink.strong, text: ink.faint }),
    ...records.flatMap(({ ref, set, row }) => [
      ...hanging(`${set.chinese}  `, ref, page, 0, { label: ink.strong, text: ink.primary }),
      ...hanging('      ', fieldsText(set.fields, row, state.centers), page, 0),
    ]),
  ]
}

function basisText(basis: OpenedSuspicion['suspicion']['basis']): string {
  if (basis === null) return '由人提出'
  const { sqlDigest, dataDigest, calendarVersion } = basis
  return `检测文件 ${sqlDigest.slice(0, 12)}…，记录 ${dataDigest.slice(0, 12)}…，工作日按${calendarVersion}`
}

type Centers = ScoredAssessment['state']['centers']

type Row = OpenedSuspicion['records'][number]['row']

/** What is filled, in the order in which the data set documents it. */
function fieldsText(fields: readonly Field[], row: Row, centers: Centers): string {
  return fields
    .flatMap((field) => {
      const value = row[field.name] ?? null
      return value === null || field.name === 'record_id'
        ? []
        : [`${field.chinese} ${shown(field, String(value), centers)}`]
    })
    .join('；')
}

function shown({ kind, unit }: Field, value: string, centers: Centers): string {
  if (kind.kind === 'center') return centers.get(value as CenterId) ?? value
  if (kind.kind === 'code') return codesOf(kind.codes).find(({ code }) => code === value)?.labels[0] ?? value
  return unit === null ? value : `${value}${unit}`
}
