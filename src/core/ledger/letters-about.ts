import type { Finding } from './assessment-state.ts'
import { isOver } from './is-over.ts'

/** 问题告知书, 整改通知书, 复核决定书. */
export type FindingLetterKind = 'notice' | 'rectification' | 'decision'

/** Which letters there are about a finding as it stands, in the order of its life. */
export function lettersAbout({
  standing,
  replyBy,
  rectification,
  appeal,
}: Pick<Finding, 'standing' | 'replyBy' | 'rectification' | 'appeal'>): readonly FindingLetterKind[] {
  const isToRectify = rectification === 'none' ? standing === 'substantiated' : !isOver(standing)
  return [
    ...(replyBy === null ? [] : (['notice'] as const)),
    ...(isToRectify ? (['rectification'] as const) : []),
    ...(appeal === null || appeal.outcome === 'pending' ? [] : (['decision'] as const)),
  ]
}
