import type { FindingId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import type { Interval, ScoreSheet } from '../../core/scoring/score-sheet.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Actor } from '../people/actor.ts'
import { isFor } from './todos-in.ts'
import { findingSteps, type Step } from './next-steps.ts'

/** `version` is the `seq` of the last event about it: what an act on it is based on. */
export interface FindingView {
  readonly finding: Finding
  readonly centerName: string
  readonly rectifyBy: Deadline | null
  readonly version: number
  /** What its line of the sheet moves now, and how far that can go; null where the sheet has no such line. */
  readonly effect: { readonly now: number; readonly between: Interval } | null
  /** What has to happen next; null where nothing has. */
  readonly step: { readonly kind: Step['kind']; readonly dueBy: PlainDate | null; readonly isMine: boolean } | null
}

/** For many findings of a center, its sheet is walked once. */
export function viewer(live: LiveAssessment, actor: Actor, today: PlainDate): (finding: Finding) => FindingView {
  const { state, told, scores } = live
  const lines = new Map<string, ReadonlyMap<FindingId, NonNullable<FindingView['effect']>>>()
  return (finding) => {
    const { findingId, centerId, because } = finding
    const known = lines.get(centerId) ?? effectsOn(scores.sheet(centerId))
    lines.set(centerId, known)
    const [step] = state.seal === null ? findingSteps(live, finding, today) : []
    return {
      finding,
      centerName: state.centers.get(centerId) ?? centerId,
      rectifyBy: told.rectifyBy.get(findingId) ?? null,
      version: because.at(-1) ?? 0,
      effect: known.get(findingId) ?? null,
      step: step === undefined ? null : { kind: step.kind, dueBy: step.dueBy, isMine: isFor(step, actor) },
    }
  }
}

function effectsOn(sheet: ScoreSheet | null): ReadonlyMap<FindingId, NonNullable<FindingView['effect']>> {
  const effects = new Map<FindingId, NonNullable<FindingView['effect']>>()
  for (const { lines } of sheet?.sections ?? [])
    for (const { subject, effect, between } of lines)
      if (subject.kind === 'finding') effects.set(subject.findingId, { now: effect, between })
  return effects
}
