/** What an assessor has put down and not sent. `points` is for one occurrence, whole hundredths; null while none is chosen. */
export interface ApprovalDraft {
  readonly decision: 'approve' | 'reject'
  readonly occurrences: number
  readonly points: number | null
  readonly reason: string
}

/** Whether what was kept on the device is a draft of today's shape. */
export function isApprovalDraft(value: unknown): value is ApprovalDraft {
  if (typeof value !== 'object' || value === null) return false
  const { decision, occurrences, points, reason } = value as Partial<Record<keyof ApprovalDraft, unknown>>
  return (
    (decision === 'approve' || decision === 'reject') &&
    Number.isSafeInteger(occurrences) &&
    (points === null || Number.isSafeInteger(points)) &&
    typeof reason === 'string'
  )
}

/** What is missing before the draft can be sent; null where nothing is. `isPriced`: the amount is for a person to set. */
export function missingIn(
  { decision, points, reason }: ApprovalDraft,
  { isPriced }: { readonly isPriced: boolean },
): 'amount' | 'reason' | null {
  if (decision === 'approve' && isPriced && points === null) return 'amount'
  const needsReason = decision === 'reject' || isPriced
  return needsReason && reason.trim() === '' ? 'reason' : null
}
