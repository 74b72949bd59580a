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

export function viewer(live: LiveAssessment, actor: Actor, today: PlainDate): (finding: Finding) => FindingView {
  const { state, told, scores } = live
  return (finding) => {
    const { findingId, centerId, because } = finding
    const sheet = scores.sheet(centerId)
    const [step] = state.seal === null ? findingSteps(live, finding, today) : []
    return {
      finding,
      centerName: state.centers.get(centerId) ?? centerId,
      rectifyBy: told.rectifyBy.get(findingId) ?? null,
      version: because.at(-1) ?? 0,
      effect: sheet === null ? null : (effectsOn(sheet).get(findingId) ?? null),
      step: step === undefined ? null : { kind: step.kind, dueBy: step.dueBy, isMine: isFor(step, actor) },
    }
  }
}

export type Effects = ReadonlyMap<FindingId, NonNullable<FindingView['effect']>>

/** A sheet never changes, another takes its place: it is walked once. */
const effects = new WeakMap<ScoreSheet, Effects>()

export function effectsOn(sheet: ScoreSheet): Effects {
  const known = effects.get(sheet)
  if (known !== undefined) return known
  const found = new Map<FindingId, NonNullable<FindingView['effect']>>()
  for (const { lines } of sheet.sections)
    for (const { subject, effect, between } of lines)
      if (subject.kind === 'finding') found.set(subject.findingId, { now: effect, between })
  effects.set(sheet, found)
  return found
}
