import type { CenterId, ClauseId, PersonId } from '../../kernel/identifiers.ts'
import { clauseName } from '../../rubric/clause-name.ts'
import type { FindingSource } from '../../ledger/ledger-event.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { discretionCases } from './discretion-cases.ts'
import { outcomesByAssessor } from './outcomes-by-assessor.ts'

/** What people, centers, clauses and sources are called in sentences. Who may not know a person gets a stand-in from here. */
export interface Names {
  readonly person: (by: PersonId) => string
  readonly center: (centerId: CenterId) => string
  readonly clause: (clauseId: ClauseId) => string
  readonly source: (source: FindingSource | 'bonus') => string
}

export function namesIn({ rubric, state }: AssessedYear, person: Names['person']): Names {
  return {
    person,
    center: (centerId) => state.centers.get(centerId) ?? centerId,
    clause: (clauseId) => `${clauseName(rubric, clauseId)}款`,
    source: (source) => SOURCES[source],
  }
}

/**
 * 考核员甲, 考核员乙 …: in the order in which they first decided something, so that they stay the same through the year. Who only
 * varied decisions on review is 复核员.
 */
export function standIns(year: AssessedYear): ReadonlyMap<PersonId, string> {
  const { decided, bonuses, varied } = discretionCases(year)
  const people = new Set(outcomesByAssessor(year.state).map(({ by }) => by))
  for (const { by } of [...decided, ...bonuses]) if (by !== null) people.add(by)
  const called = new Map([...people].map((by, at) => [by, `考核员${STEMS[at] ?? at + 1}`]))
  for (const { by } of varied) if (by !== null && !called.has(by)) called.set(by, '复核员')
  return called
}

const STEMS = '甲乙丙丁戊己庚辛壬癸'

const SOURCES: Readonly<Record<FindingSource | 'bonus', string>> = {
  inspection: '现场检查',
  complaint: '群众来访投诉',
  rating: '好差评',
  hotline: '12345热线',
  'self-assessment': '中心自查',
  records: '业务记录比对',
  bonus: '加分申报',
}
