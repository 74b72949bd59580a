import type { PlantedBreach } from './answer-key.ts'
import { refOf, type ExampleRow, type ExampleValues } from './example-row.ts'
import type { PlanDraft } from './plan-draft.ts'

/** Where records are taken up again: what was planted, and what of it is corrected. */
export interface CorrectionDesk {
  /** Breaches as they were first planted. */
  readonly planted: (detection: string) => readonly PlantedBreach[]
  /** The planted record that a ref names, as it was first written; null for what is none. */
  readonly recordOf: (ref: string | undefined) => ExampleRow | null
  readonly correct: (row: ExampleRow, changes: Partial<ExampleValues>) => void
  /** A record that had been forgotten. */
  readonly add: (row: ExampleRow) => void
  readonly withdraw: (breach: PlantedBreach) => void
  /** In place of what was planted under the same name, or as a new one. */
  readonly put: (breach: PlantedBreach) => void
  readonly rows: () => readonly ExampleRow[]
  /** What must be found now: a corrected record is named by its second version. */
  readonly key: () => readonly PlantedBreach[]
}

export function correctionDesk({ rows, breaches }: Pick<PlanDraft, 'rows' | 'breaches'>): CorrectionDesk {
  const known = new Map([...rows.values()].flat().map((row) => [refOf(row), row]))
  const key = new Map(breaches.map((breach) => [nameOf(breach), breach]))
  const corrected = new Map<string, ExampleRow>()
  const added: ExampleRow[] = []
  const renamed = (ref: string) => {
    const row = corrected.get(ref)
    return row ? refOf(row, 2) : ref
  }
  return {
    planted: (detection) => breaches.filter((breach) => breach.detection === detection),
    recordOf: (ref) => (ref === undefined ? null : (known.get(ref) ?? null)),
    correct: (row, changes) => {
      const before = corrected.get(refOf(row)) ?? row
      corrected.set(refOf(row), { ...row, values: { ...before.values, ...changes, record_id: row.values.record_id } })
    },
    add: (row) => added.push(row),
    withdraw: (breach) => key.delete(nameOf(breach)),
    put: (breach) => key.set(nameOf(breach), breach),
    rows: () => [...corrected.values(), ...added],
    key: () => [...key.values()].map((breach) => ({ ...breach, records: breach.records.map(renamed).toSorted() })),
  }
}

function nameOf({ detection, centerId, subject }: PlantedBreach): string {
  return `${detection} ${centerId} ${subject}`
}
