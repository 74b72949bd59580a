import type { ClauseId } from '../kernel/identifiers.ts'
import type { Clause } from '../rubric/clause.ts'
import { allClauses, findClause } from '../rubric/find-clause.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Detection } from './detection.ts'

/** Where the facts for a clause come from. */
export type Feed =
  | { readonly kind: 'detection'; readonly name: string; readonly title: string }
  /** What an inspector looks at: an entry of the checklist. */
  | { readonly kind: 'inspection'; readonly look: string }
  /** Which documents are asked for: an entry of the register. */
  | { readonly kind: 'documents'; readonly ask: string }
  /** Nothing of its own: it follows from what is found under these. */
  | { readonly kind: 'follows'; readonly clauseIds: readonly ClauseId[] }

export interface CoverageLine {
  readonly clauseId: ClauseId
  readonly quote: string
  readonly feeds: readonly Feed[]
}

/** What a notice's folder declares beside its detections: an entry of the checklist, of the register, or both. */
export interface DeclaredFeed {
  readonly clauseId: ClauseId
  readonly inspection: string | null
  readonly documents: string | null
}

export interface Coverage {
  /** Every clause, in the order of the notice. */
  readonly lines: readonly CoverageLine[]
  readonly faults: readonly CoverageFault[]
}

const COVERAGE_FAULTS = {
  'clause-unfed': (clauseId: string) =>
    `${clauseId} 款没有来源：没有检测，也没有写检查什么、看什么资料；请在 coverage.json 里补上`,
  'clause-unknown': (clauseId: string, by: string) => `${by}写的 ${clauseId} 款不在细则里；请核对款号`,
  'clause-repeated': (clauseId: string) => `coverage.json 里 ${clauseId} 款写了两次；请合成一条`,
} as const

export interface CoverageFault {
  readonly code: keyof typeof COVERAGE_FAULTS
  readonly clauseId: ClauseId
  readonly message: string
}

/** What feeds each clause. A clause without a feed and a feed without a clause are faults: nothing of a notice is left to chance. */
export function coverageOf(
  rubric: Rubric,
  detections: readonly Pick<Detection, 'name' | 'title' | 'clauseId'>[],
  declared: readonly DeclaredFeed[],
): Coverage {
  const lines = allClauses(rubric).map((clause): CoverageLine => {
    const { id, quote } = clause
    const seen = detections.filter(({ clauseId }) => clauseId === id)
    const said = declared.filter(({ clauseId }) => clauseId === id)
    const feeds: Feed[] = [
      ...seen.map(({ name, title }): Feed => ({ kind: 'detection', name, title })),
      ...said.flatMap(({ inspection }): Feed[] =>
        inspection === null ? [] : [{ kind: 'inspection', look: inspection }],
      ),
      ...said.flatMap(({ documents }): Feed[] => (documents === null ? [] : [{ kind: 'documents', ask: documents }])),
      ...followed(rubric, clause),
    ]
    return { clauseId: id, quote, feeds }
  })
  return {
    lines,
    faults: [
      ...lines.filter(({ feeds }) => feeds.length === 0).map(({ clauseId }) => fault(clauseId, 'clause-unfed')),
      ...detections
        .filter(({ clauseId }) => !findClause(rubric, clauseId))
        .map(({ clauseId, name }) => fault(clauseId, 'clause-unknown', `检测 ${name} `)),
      ...declared
        .filter(({ clauseId }) => !findClause(rubric, clauseId))
        .map(({ clauseId }) => fault(clauseId, 'clause-unknown', 'coverage.json ')),
      ...declared
        .filter(({ clauseId }, place) => declared.findIndex((one) => one.clauseId === clauseId) < place)
        .map(({ clauseId }) => fault(clauseId, 'clause-repeated')),
    ],
  }
}

/**
 * A bonus by absence is given where nothing was found under the clauses that break it, as the notice or an answer to its
 * question names them; a clause that only sends to another has no findings of its own.
 */
function followed(rubric: Rubric, clause: Clause): Feed[] {
  const breaks = clause.conditions.flatMap((condition) => (condition.kind === 'absent' ? condition.brokenBy : []))
  const asked = rubric.questions
    .filter(({ clauseIds }) => clauseIds.includes(clause.id))
    .flatMap(({ readings }) => readings.flatMap(({ effect }) => (effect.kind === 'breaks' ? effect.clauseIds : [])))
  const sent = rubric.relations.flatMap((relation) =>
    relation.kind === 'charged-as' && relation.clauseId === clause.id ? [relation.from, relation.to] : [],
  )
  const named = new Set([...breaks, ...asked, ...sent])
  const clauseIds = allClauses(rubric).flatMap(({ id }) => (named.has(id) ? [id] : []))
  return clauseIds.length > 0 ? [{ kind: 'follows', clauseIds }] : []
}

function fault(clauseId: ClauseId, code: CoverageFault['code'], by = ''): CoverageFault {
  return { code, clauseId, message: COVERAGE_FAULTS[code](clauseId, by) }
}
