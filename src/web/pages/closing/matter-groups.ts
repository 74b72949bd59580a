import type { Readiness } from './closing-answers.ts'

export type Matter = Readiness['matters'][number]

export interface MatterGroup {
  readonly code: string
  readonly isBlocking: boolean
  readonly matters: readonly Matter[]
}

/** By what is to be done: what stands against sealing first, each in the order in which the server tells it. */
export function matterGroups(matters: readonly Matter[]): readonly MatterGroup[] {
  const groups = new Map<string, Matter[]>()
  for (const matter of matters) groups.set(matter.code, [...(groups.get(matter.code) ?? []), matter])
  const all = [...groups].map(([code, own]) => ({ code, isBlocking: own[0]?.isBlocking ?? false, matters: own }))
  return [...all.filter(({ isBlocking }) => isBlocking), ...all.filter(({ isBlocking }) => !isBlocking)]
}
