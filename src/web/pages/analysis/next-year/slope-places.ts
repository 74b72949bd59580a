import type { Answered } from '../../../client/call.ts'

export type CenterUnder = Answered<'readNextYear'>['nextYear']['centers'][number]

/** One line of the picture: places from the top, 0 the highest; equal ranks stand one under the other. */
export interface SlopeLine {
  readonly center: CenterUnder
  readonly from: number
  readonly to: number
  readonly isMoved: boolean
}

/** As many names as can be read. */
const SLOPE_MOST = 24

/** All, or of very many the first and those whose rank moves most. */
export function slopeLines(centers: readonly CenterUnder[]): SlopeLine[] {
  const shown = centers.length <= SLOPE_MOST ? centers : mostMoved(centers)
  // Of equal ranks those that will stand higher go first, so that ties cross no line.
  const left = shown.toSorted((a, b) => a.before.rank - b.before.rank || a.after.rank - b.after.rank)
  const place = new Map(left.map(({ centerId }, at) => [centerId, at]))
  const right = left.toSorted((a, b) => a.after.rank - b.after.rank)
  return right.map((center, to) => ({
    center,
    from: place.get(center.centerId) ?? 0,
    to,
    isMoved: rankMove(center) !== 0,
  }))
}

/** Places gained: negative where the center falls. */
export function rankMove({ before, after }: CenterUnder): number {
  return before.rank - after.rank
}

function mostMoved(centers: readonly CenterUnder[]): CenterUnder[] {
  const first = centers.filter(({ before, after }) => before.rank === 1 || after.rank === 1)
  const others = centers
    .filter((center) => !first.includes(center))
    .toSorted((a, b) => Math.abs(rankMove(b)) - Math.abs(rankMove(a)))
  return [...first, ...others].slice(0, SLOPE_MOST)
}
