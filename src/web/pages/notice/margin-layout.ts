/** A note beside the document: `at` is where its phrase stands, `height` what it takes; `isPinned` stays at its phrase. */
export interface MarginNote {
  readonly id: string
  readonly at: number
  readonly height: number
  readonly isPinned: boolean
}

/**
 * Where each note begins. Notes stand in the order of their phrases and never overlap: what would is pushed down, but in front of a
 * pinned note up as far as there is room. The document is never stretched for them.
 */
export function layMargin(notes: readonly MarginNote[], gap: number): ReadonlyMap<string, number> {
  const inOrder = notes.toSorted((one, other) => one.at - other.at || Number(one.isPinned) - Number(other.isPinned))
  const tops: number[] = []
  let free = 0
  for (const { at, height } of inOrder) {
    const top = Math.max(at, free)
    tops.push(top)
    free = top + height + gap
  }
  const pinned = inOrder.findIndex(({ isPinned }) => isPinned)
  if (pinned >= 0) giveWay(inOrder, tops, pinned, gap)
  return new Map(inOrder.map(({ id }, place) => [id, tops[place] ?? 0]))
}

/** The pinned note goes up to its phrase, and what stands in its way further up; what does not fit there pushes all down. */
function giveWay(notes: readonly MarginNote[], tops: number[], pinned: number, gap: number): void {
  const needed = notes.slice(0, pinned).reduce((sum, { height }) => sum + height + gap, 0)
  let below = Math.max(notes[pinned]?.at ?? 0, needed)
  tops[pinned] = below
  for (let place = pinned - 1; place >= 0; place -= 1) {
    below = Math.min(tops[place] ?? 0, below - gap - (notes[place]?.height ?? 0))
    tops[place] = below
  }
  let free = (tops[pinned] ?? 0) + (notes[pinned]?.height ?? 0) + gap
  for (let place = pinned + 1; place < notes.length; place += 1) {
    tops[place] = Math.max(notes[place]?.at ?? 0, free)
    free = (tops[place] ?? 0) + (notes[place]?.height ?? 0) + gap
  }
}
