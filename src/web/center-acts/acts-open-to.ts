import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import type { Answered } from '../client/call.ts'

type CenterFinding = Answered<'readFinding'>['finding']

const CENTER_ACTS = ['reply', 'appeal', 'submit', 'plan'] as const

export type CenterAct = (typeof CENTER_ACTS)[number]

/** What the form of an act is about; `onDone` closes it. */
export interface CenterActProps {
  readonly finding: CenterFinding
  readonly version: number
  readonly assessmentId: AssessmentId
  readonly onDone: () => void
}

/** What a center can still do about a finding on a day, the most pressing first; the ledger decides again when it is done. */
export function actsOpenTo(
  finding: Pick<CenterFinding, 'standing' | 'reply' | 'replyBy' | 'appeal' | 'appealBy' | 'rectification'>,
  today: string,
): readonly CenterAct[] {
  const { standing, reply, replyBy, appeal, appealBy, rectification } = finding
  if (standing === 'dismissed' || standing === 'reversed' || standing === 'withdrawn') return []
  const isTold = standing === 'notified' || standing === 'substantiated'
  const isOpen: Readonly<Record<CenterAct, boolean>> = {
    reply: standing === 'notified' && reply === 'none' && replyBy !== null && today <= replyBy.lastDay,
    appeal: standing === 'substantiated' && appeal === null && appealBy !== null && today <= appealBy.lastDay,
    submit: rectification === 'planned' || rectification === 'returned',
    plan: rectification === 'returned' || (rectification === 'none' && isTold),
  }
  return CENTER_ACTS.filter((act) => isOpen[act])
}
