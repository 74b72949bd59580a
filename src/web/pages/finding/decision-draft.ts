import type { ShownFinding } from './shown-finding.ts'

const MODES = ['substantiate', 'dismiss', 'amount', 'correct', 'uphold', 'vary', 'reverse'] as const
export type Mode = (typeof MODES)[number]

/** What a person has put down and not sent. `seen` is the version of the finding that it was written about. */
export interface DecisionDraft {
  readonly mode: Mode
  readonly seen: number
  readonly clauseId: string
  readonly occurrences: number
  readonly occurredOn: string
  /** For one occurrence, whole hundredths; null while none is chosen. */
  readonly points: number | null
  readonly reason: string
  /** To each objection of a pending appeal. */
  readonly answers: readonly string[]
  readonly precedents: readonly string[]
}

/** What the person may decide about it now, the likeliest first. */
export function modesOf(
  { finding, step }: Pick<ShownFinding, 'finding' | 'step'>,
  may: (action: string) => boolean,
): readonly Mode[] {
  const allowed: readonly (readonly [Mode, string])[] = (() => {
    switch (finding.standing) {
      case 'suspected':
      case 'reported':
        return [['dismiss', 'finding.dismiss']]
      case 'notified':
        return [
          ['substantiate', 'finding.substantiate'],
          ['dismiss', 'finding.dismiss'],
        ]
      case 'substantiated':
        if (finding.appeal?.outcome === 'pending')
          return [
            ['uphold', 'appeal.review'],
            ['vary', 'appeal.review'],
            ['reverse', 'appeal.review'],
          ]
        return step?.kind === 'amount-to-decide'
          ? [['amount', 'finding.substantiate']]
          : [['correct', 'finding.correct']]
      case 'dismissed':
      case 'reversed':
      case 'withdrawn':
        return []
    }
  })()
  return allowed.flatMap(([mode, action]) => (may(action) ? [mode] : []))
}

/** Before anything is put down. */
export function freshDraft({ finding, version }: ShownFinding, mode: Mode): DecisionDraft {
  const { decision } = finding
  return {
    mode,
    seen: version,
    clauseId: decision?.clauseId ?? finding.clauseId,
    occurrences: decision?.occurrences ?? finding.occurrences,
    occurredOn: decision?.occurredOn ?? finding.occurredOn,
    points: decision?.points ?? null,
    reason: '',
    answers: [],
    precedents: [],
  }
}

/** Whether a person wrote or chose anything that must not be lost; looking at another mode is nothing. */
export function isTouched(draft: DecisionDraft, fresh: DecisionDraft): boolean {
  return (
    draft.reason.trim() !== '' ||
    draft.answers.some((answer) => answer.trim() !== '') ||
    draft.precedents.length > 0 ||
    draft.points !== fresh.points ||
    draft.occurrences !== fresh.occurrences ||
    draft.occurredOn !== fresh.occurredOn ||
    draft.clauseId !== fresh.clauseId
  )
}

/** The draft about the finding as it is now: nothing that was written is lost, and a decision that is no longer to be taken becomes the first that is. */
export function rebased(draft: DecisionDraft, version: number, modes: readonly Mode[]): DecisionDraft {
  return { ...draft, seen: version, mode: modes.includes(draft.mode) ? draft.mode : (modes[0] ?? draft.mode) }
}

export function isDraft(value: unknown): value is DecisionDraft {
  const draft = value as Partial<DecisionDraft> | null
  return (
    typeof draft === 'object' &&
    draft !== null &&
    MODES.some((mode) => mode === draft.mode) &&
    typeof draft.seen === 'number' &&
    typeof draft.reason === 'string' &&
    typeof draft.clauseId === 'string' &&
    typeof draft.occurrences === 'number' &&
    typeof draft.occurredOn === 'string' &&
    (draft.points === null || typeof draft.points === 'number') &&
    Array.isArray(draft.answers) &&
    Array.isArray(draft.precedents)
  )
}
