/** From this place on, and up to the next segment, the row is the place and `offset`. */
export interface RowSegment {
  readonly place: number
  readonly offset: number
}

/** What a function from places to rows is made of: rows follow each other but where some were left out. */
export function rowSegments(rowOf: (place: number) => number, count: number): readonly RowSegment[] {
  if (count === 0) return []
  const segments: RowSegment[] = [{ place: 0, offset: rowOf(0) }]
  const split = (first: number, last: number): void => {
    if (last <= first || rowOf(last) - rowOf(first) === last - first) return
    if (last - first === 1) {
      segments.push({ place: last, offset: rowOf(last) - last })
      return
    }
    const middle = (first + last) >> 1
    split(first, middle)
    split(middle, last)
  }
  split(0, count - 1)
  return segments
}

/** `from`, which has `place`, with `row` beside it. */
export function withRows(from: string, segments: readonly RowSegment[]): string {
  const [first, ...others] = segments
  if (others.length === 0) return `(SELECT *, place + ${first?.offset ?? 0} AS row FROM ${from})`
  const offsets = segments.map(({ place, offset }) => `(${place}, ${offset})`).join(', ')
  return `(SELECT f.*, f.place + s.plus AS row FROM ${from} f
    ASOF JOIN (VALUES ${offsets}) s (start, plus) ON f.place >= s.start)`
}
