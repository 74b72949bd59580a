import { reconcile, type Reconciled } from '../../core/detection/reconcile.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import type { LedgerFact } from '../../core/ledger/ledger-event.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { DetectionReport } from '../ports/job-store.ts'
import type { DetectionRun } from './detect.ts'

/** What the ledger should learn of the runs. Those that failed are passed over. */
export function learn(
  rubric: Rubric,
  state: AssessmentState,
  digestOf: DigestOf,
  runs: readonly DetectionRun[],
): Reconciled {
  return reconcile(
    { rubric, state, digestOf },
    runs.flatMap(({ ran }) => (ran === null ? [] : [ran])),
  )
}

/** What to tell whoever asked for the runs, detection by detection. `state` is as it is with the facts that were recorded. */
export function retold(
  state: AssessmentState,
  runs: readonly DetectionRun[],
  { late, merged }: Pick<Reconciled, 'late' | 'merged'>,
  facts: readonly LedgerFact[],
): readonly DetectionReport[] {
  const about = facts.map((fact) => ({
    type: fact.type,
    detection: detectionOf(fact, state),
    isGone: fact.type === 'FindingFlagged' && fact.occurrences === 0,
  }))
  return runs.map((run): DetectionReport => {
    const { name } = run
    if (run.ran === null) return { name, hasRun: false, ...NOTHING, message: run.refusal.message }
    const count = (among: readonly { readonly detection: string | null }[]) =>
      among.filter(({ detection }) => detection === name).length
    const told = (type: LedgerFact['type']) => count(about.filter((fact) => fact.type === type))
    const counts = {
      raised: told('SuspicionRaised'),
      amended: told('SuspicionAmended'),
      withdrawn: told('SuspicionWithdrawn'),
      flagged: told('FindingFlagged'),
      merged: count(merged),
      late: count(late),
    }
    // A flag that says 0 is of what was not found.
    const stillFlagged = count(about.filter((fact) => fact.type === 'FindingFlagged' && !fact.isGone))
    const suspicions = run.ran.found.length
    const known = suspicions - counts.raised - counts.amended - counts.merged - counts.late - stillFlagged
    const { rows, elsewhere, unmeasured, isKept } = run
    const notes = notesOf(counts.late, elsewhere, unmeasured)
    return {
      name,
      hasRun: true,
      rows,
      suspicions,
      ...counts,
      unchanged: Math.max(known, 0),
      elsewhere,
      unmeasured,
      isKept,
      message: notes === '' ? null : notes,
    }
  })
}

const NOTHING = {
  rows: 0,
  suspicions: 0,
  raised: 0,
  amended: 0,
  withdrawn: 0,
  flagged: 0,
  unchanged: 0,
  merged: 0,
  late: 0,
  elsewhere: 0,
  unmeasured: 0,
  isKept: false,
}

function notesOf(late: number, elsewhere: number, unmeasured: number): string {
  const notes = [
    late === 0 ? '' : `周期已经结束，${late} 个新疑点没有登记`,
    elsewhere === 0 ? '' : `${elsewhere} 行不属于本考核的任何中心`,
    unmeasured === 0 ? '' : `${unmeasured} 个比率没有分母，无从判断`,
  ]
  return notes.filter((note) => note !== '').join('；')
}

function detectionOf(fact: LedgerFact, { findings }: AssessmentState): string | null {
  return 'findingId' in fact ? (findings.get(fact.findingId)?.detection ?? null) : null
}
