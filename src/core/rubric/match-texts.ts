import { comparable, textPieces } from './text-pieces.ts'

/** A pair of positions: `left[0]` and `right[1]` are taken for the same text, perhaps changed. */
export type Match = readonly [left: number, right: number]

/**
 * Pairs two lists of texts by likeness, each text at most once: equal texts first, then the most alike, down to half of
 * their two-character pieces in common. Figures count as alike, so a new price does not hide an old clause. Exact and
 * deterministic: likeness is compared as fractions, ties go to the smaller shift and then the earlier text.
 */
export function matchTexts(left: readonly string[], right: readonly string[]): Match[] {
  const matches = [...pairEqual(left, right, comparable)]
  const takenLeft = new Set(matches.map(([place]) => place))
  const takenRight = new Set(matches.map(([, place]) => place))
  const candidates = likeness(left, right, takenLeft, takenRight).sort(byLikeness)
  for (const { at, to } of candidates) {
    if (takenLeft.has(at) || takenRight.has(to)) continue
    takenLeft.add(at)
    takenRight.add(to)
    matches.push([at, to])
  }
  return matches.sort((a, b) => a[0] - b[0])
}

function pairEqual(left: readonly string[], right: readonly string[], keyOf: (text: string) => string): Match[] {
  const places = new Map<string, number[]>()
  right.forEach((text, place) => {
    const key = keyOf(text)
    const known = places.get(key)
    if (known) known.push(place)
    else places.set(key, [place])
  })
  const matches: Match[] = []
  left.forEach((text, place) => {
    const key = keyOf(text)
    const others = key === '' ? undefined : places.get(key)
    if (!others?.length) return
    const exact = others.findIndex((other) => right[other] === text)
    const [other] = others.splice(Math.max(exact, 0), 1)
    if (other !== undefined) matches.push([place, other])
  })
  return matches
}

interface Candidate {
  readonly at: number
  readonly to: number
  /** Likeness is `shared / pieces`, between 0 and 1/2: twice the shared pieces over all would be Dice's coefficient. */
  readonly shared: number
  readonly pieces: number
}

/** An index of pieces keeps this near linear: texts without a piece in common are never compared. */
function likeness(
  left: readonly string[],
  right: readonly string[],
  takenLeft: ReadonlySet<number>,
  takenRight: ReadonlySet<number>,
): Candidate[] {
  const index = new Map<string, { place: number; count: number }[]>()
  const sizes = right.map((text, place) => {
    if (takenRight.has(place)) return 0
    const { counts, size } = textPieces(text)
    for (const [piece, count] of counts) {
      const known = index.get(piece)
      if (known) known.push({ place, count })
      else index.set(piece, [{ place, count }])
    }
    return size
  })
  return left.flatMap((text, at): Candidate[] => {
    if (takenLeft.has(at)) return []
    const { counts, size } = textPieces(text)
    const shared = new Map<number, number>()
    for (const [piece, count] of counts)
      for (const other of index.get(piece) ?? [])
        shared.set(other.place, (shared.get(other.place) ?? 0) + Math.min(count, other.count))
    return [...shared]
      .map(([to, common]) => ({ at, to, shared: common, pieces: size + (sizes[to] ?? 0) }))
      .filter((candidate) => candidate.shared * 4 >= candidate.pieces)
  })
}

function byLikeness(a: Candidate, b: Candidate): number {
  return (
    b.shared * a.pieces - a.shared * b.pieces ||
    Math.abs(a.at - a.to) - Math.abs(b.at - b.to) ||
    a.at - b.at ||
    a.to - b.to
  )
}
