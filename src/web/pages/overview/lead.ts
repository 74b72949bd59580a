interface Ranked {
  readonly centerName: string
  readonly possible: readonly number[]
}

/** What can be said of the ranks whatever becomes of what is open. */
export interface Certain {
  /** Whose rank no decision can change. */
  readonly fixed: readonly { readonly centerName: string; readonly rank: number }[]
  /** The first of the ranking, where it can fall only so far. */
  readonly first: { readonly centerName: string; readonly worst: number } | null
  /** All others. */
  readonly moving: number
}

/** `ranked`: best first. */
export function certainOf(ranked: readonly Ranked[]): Certain {
  const fixed = ranked.flatMap(({ centerName, possible: [best = 0, worst = 0] }) =>
    best === worst ? [{ centerName, rank: best }] : [],
  )
  const [first] = ranked
  const [best = 0, worst = 0] = first?.possible ?? []
  const isBounded = first !== undefined && best !== worst && worst < ranked.length
  return {
    fixed,
    first: isBounded ? { centerName: first.centerName, worst } : null,
    moving: ranked.length - fixed.length - (isBounded ? 1 : 0),
  }
}
