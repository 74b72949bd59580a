import type { ClauseId } from '../core/kernel/identifiers.ts'
import type { LedgerEvent } from '../core/ledger/ledger-event.ts'
import type { Clause } from '../core/rubric/clause.ts'
import { allClauses } from '../core/rubric/find-clause.ts'
import type { Criterion, Section } from '../core/rubric/rubric.ts'
import type { ScoreLine, ScoreSheet, SectionScore } from '../core/scoring/score-sheet.ts'
import { answered, failed, type Answer } from './problem.ts'
import type { ScoredAssessment } from './score-assessment.ts'

/** Where a line of a sheet comes from: the notice's section, criterion and clause, and the events it rests on. */
export interface LineOrigin {
  readonly section: Section
  readonly criterion: Criterion
  readonly clause: Clause
  readonly sectionScore: SectionScore
  readonly line: ScoreLine
  readonly events: readonly LedgerEvent[]
}

/** The sheet of the center that `given` names: its id, its name, or an unmistakable part of its name. */
export function findSheet(scored: ScoredAssessment, given: string): Answer<ScoreSheet> {
  const { sheets } = scored
  const exact = sheets.find(({ centerId, centerName }) => centerId === given || centerName === given)
  const alike = sheets.filter(({ centerName }) => given !== '' && centerName.includes(given))
  const sheet = exact ?? (alike.length === 1 ? alike[0] : undefined)
  if (sheet) return answered(sheet)
  return failed({
    code: 'center-unknown',
    given,
    known: sheets.map(({ centerId, centerName }) => `${centerName}（${centerId}）`),
  })
}

/** Every line of the sheet, or those of one clause, criterion or section, in the order of the notice. */
export function explainLines(scored: ScoredAssessment, sheet: ScoreSheet, place: string | null): Answer<LineOrigin[]> {
  const known = placesOf(scored)
  if (place !== null && !known.has(place)) {
    const near = [...known].filter((id) => id.startsWith(`${place.split('.')[0]}.`)).slice(0, 12)
    return failed({ code: 'clause-not-found', given: place, known: near })
  }
  const lines = sheet.sections.flatMap((sectionScore) =>
    sectionScore.lines
      .filter(({ clauseId }) => place === null || clauseId === place || clauseId.startsWith(`${place}.`))
      .map((line) => originOf(scored, sectionScore, line)),
  )
  return answered(lines.filter((origin) => origin !== null))
}

function originOf(scored: ScoredAssessment, sectionScore: SectionScore, line: ScoreLine): LineOrigin | null {
  const section = scored.rubric.sections.find(({ id }) => id === sectionScore.sectionId)
  const criterion = section?.criteria.find(({ id }) => id === line.criterionId)
  const clause = criterion?.clauses.find(({ id }) => id === line.clauseId)
  if (!section || !criterion || !clause) return null
  const because = new Set(line.because)
  return { section, criterion, clause, sectionScore, line, events: scored.events.filter(({ seq }) => because.has(seq)) }
}

function placesOf({ rubric }: ScoredAssessment): ReadonlySet<string> {
  const clauses: readonly ClauseId[] = allClauses(rubric).map(({ id }) => id)
  const criteria = rubric.sections.flatMap((section) => section.criteria.map(({ id }) => id))
  return new Set<string>([...rubric.sections.map(({ id }) => id), ...criteria, ...clauses])
}
