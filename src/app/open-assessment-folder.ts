import type { AssessmentState } from '../core/ledger/assessment-state.ts'
import { replay } from '../core/ledger/evolve.ts'
import type { LedgerEvent } from '../core/ledger/ledger-event.ts'
import { allClauses } from '../core/rubric/find-clause.ts'
import type { Interpretation } from '../core/rubric/interpretation.ts'
import type { Rubric } from '../core/rubric/rubric.ts'
import { compileSource, type CompiledNotice } from './compile-file.ts'
import type { NoticeArchive, NoticeFolder } from './ports/notice-archive.ts'
import { answered, failed, type Answer } from './problem.ts'

/** A folder whose notice, interpretations and ledger fit each other. */
export interface OpenedAssessment extends CompiledNotice {
  readonly folder: NoticeFolder
  readonly events: readonly LedgerEvent[]
  readonly state: AssessmentState
}

export async function openAssessmentFolder(path: string, archive: NoticeArchive): Promise<Answer<OpenedAssessment>> {
  const opened = await openNotice(path, archive)
  if (!opened.ok) return opened
  const { folder, rubric } = opened.value
  if (folder.ledger === null) return failed({ code: 'ledger-missing', path })
  const foreign = foreignClause(rubric, folder.ledger)
  if (foreign !== undefined) return failed({ code: 'ledger-foreign', path, clauseId: foreign })
  const state = replay(folder.ledger)
  if (state.centers.size === 0) return failed({ code: 'ledger-without-centers', path })
  return answered({ ...opened.value, events: folder.ledger, state })
}

/** A folder's notice, compiled, with interpretations that answer its own questions. */
export async function openNotice(
  path: string,
  archive: NoticeArchive,
): Promise<Answer<CompiledNotice & { readonly folder: NoticeFolder }>> {
  const opened = await archive.open(path)
  if (!opened.ok) return opened
  const folder = opened.value
  const compiled = compileSource(folder.notice, folder.corrections)
  if (!compiled.ok) return compiled
  for (const interpretation of folder.interpretations) {
    const checked = checkInterpretation(interpretation, compiled.value.rubric, path)
    if (!checked.ok) return checked
  }
  return answered({ ...compiled.value, folder })
}

/** An answer to a question that is not asked would be dropped in silence, so it is refused. */
function checkInterpretation({ questionId, reading }: Interpretation, rubric: Rubric, path: string): Answer<null> {
  const question = rubric.questions.find(({ id }) => id === questionId)
  if (!question) return failed({ code: 'interpretation-foreign', path, questionId })
  const known = question.readings.map(({ key }) => key)
  if (known.includes(reading)) return answered(null)
  return failed({ code: 'interpretation-unlisted', path, questionId, reading, known })
}

function foreignClause(rubric: Rubric, events: readonly LedgerEvent[]): string | undefined {
  const known = new Set(allClauses(rubric).map((clause) => clause.id))
  const foreign = events.find((event) => 'clauseId' in event && !known.has(event.clauseId))
  return foreign && 'clauseId' in foreign ? foreign.clauseId : undefined
}
