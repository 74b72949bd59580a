import type { Problem } from '../../client/problem.ts'

export interface NotifyProgress {
  readonly done: readonly string[]
  readonly refused: readonly { readonly findingId: string; readonly problem: Problem }[]
}

type Sent = { readonly ok: true } | { readonly ok: false; readonly problem: Problem }

/**
 * One after another, so that a refusal of one holds up no other and stopping leaves the rest untouched. Those already done are
 * passed over; where the server cannot be reached it stops there, since the rest would fare no better.
 */
export async function notifyEach(
  findingIds: readonly string[],
  before: NotifyProgress,
  send: (findingId: string) => Promise<Sent>,
  tell: (progress: NotifyProgress) => void,
  isStopped: () => boolean,
): Promise<NotifyProgress> {
  let progress: NotifyProgress = { done: before.done, refused: [] }
  const isDone = new Set(before.done)
  for (const findingId of findingIds) {
    if (isStopped()) break
    if (isDone.has(findingId)) continue
    const sent = await send(findingId)
    progress = sent.ok
      ? { ...progress, done: [...progress.done, findingId] }
      : { ...progress, refused: [...progress.refused, { findingId, problem: sent.problem }] }
    tell(progress)
    if (!sent.ok && sent.problem.code === 'unreachable') break
  }
  return progress
}
