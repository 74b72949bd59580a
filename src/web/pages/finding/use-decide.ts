import type { Problem } from '../../client/problem.ts'
import { useAct } from '../../client/use-act.ts'
import type { DecisionDraft } from './decision-draft.ts'
import { answersAsReason } from '../../../core/ledger/objections.ts'
import type { ShownFinding } from './shown-finding.ts'

export interface Deciding {
  /** Sends what the draft says, resting on what its writer had seen. */
  readonly send: (draft: DecisionDraft) => Promise<boolean>
  readonly isSending: boolean
  readonly problem: Problem | null
  readonly forget: () => void
}

/** The act of each mode. */
export function useDecide(assessmentId: string, { finding }: ShownFinding): Deciding {
  const acts = {
    substantiate: useAct('substantiateFinding'),
    dismiss: useAct('dismissFinding'),
    amount: useAct('decideAmount'),
    correct: useAct('correctDecision'),
    uphold: useAct('upholdFinding'),
    vary: useAct('varyFinding'),
    reverse: useAct('reverseFinding'),
  }
  const params = { assessmentId: assessmentId as never, findingId: finding.findingId }
  const reviewed = { ...params, appealId: finding.appeal?.appealId ?? ('' as never) }
  const perform = (draft: DecisionDraft) => {
    const { seen, occurrences } = draft
    const points = draft.points as never
    const reason = reasonOf(draft)
    const precedents = draft.precedents as never[]
    switch (draft.mode) {
      case 'substantiate': {
        const amount = draft.points === null ? null : { points, reason, precedents }
        const clauseId = draft.clauseId as never
        const occurredOn = draft.occurredOn as never
        return acts.substantiate.send({ params, seen, body: { clauseId, occurrences, occurredOn, reason, amount } })
      }
      case 'dismiss':
        return acts.dismiss.send({ params, seen, body: { reason } })
      case 'amount':
        return acts.amount.send({ params, seen, body: { points, reason, precedents } })
      case 'correct':
        return acts.correct.send({ params, seen, body: { occurrences, points, reason } })
      case 'uphold':
        return acts.uphold.send({ params: reviewed, seen, body: { reason } })
      case 'vary':
        return acts.vary.send({ params: reviewed, seen, body: { occurrences, points, reason } })
      case 'reverse':
        return acts.reverse.send({ params: reviewed, seen, body: { reason } })
    }
  }
  const all = Object.values(acts)
  return {
    send: async (draft) => (await perform(draft)).ok,
    isSending: all.some(({ isSending }) => isSending),
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
    forget: () => all.forEach(({ forget }) => forget()),
  }
}

/** A review answers every objection; all else has one reason. */
export function reasonOf({ mode, reason, answers }: DecisionDraft): string {
  return mode === 'uphold' || mode === 'vary' || mode === 'reverse' ? answersAsReason(answers) : reason.trim()
}
