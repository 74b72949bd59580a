import type { SamplingDesign } from '../../ledger/sampling-design.ts'

/** Who can serve whom on one day; centers and inspectors by their place in the design. */
export interface Serving {
  /** The inspectors not recused from a center. */
  readonly serversOf: (center: number) => readonly number[]
  /** Whether these centers can all be served on one day by inspectors with so many visits left each. */
  readonly canServe: (centers: readonly number[], left: readonly number[]) => boolean
  /** What every inspector has left at the beginning of a day. */
  readonly left: readonly number[]
}

export function servingOf({ centers, inspectors }: SamplingDesign): Serving {
  const recused = inspectors.map(({ recusedFrom }) => new Set(recusedFrom))
  const servers = centers.map(({ centerId }) =>
    inspectors.flatMap((_inspector, index) => (recused[index]?.has(centerId) ? [] : [index])),
  )
  const serversOf = (center: number) => servers[center] ?? []
  return { serversOf, left: inspectors.map(({ visitsPerDay }) => visitsPerDay), canServe: matching(serversOf) }
}

/** A center after another finds an inspector, if need be by sending others on (Kuhn). */
function matching(serversOf: Serving['serversOf']): Serving['canServe'] {
  return (centers, left) => {
    const held = left.map((): number[] => [])
    const seat = (center: number, tried: Set<number>): boolean => {
      for (const server of serversOf(center)) {
        if (tried.has(server)) continue
        tried.add(server)
        const own = held[server] ?? []
        if (own.length < (left[server] ?? 0)) {
          own.push(center)
          return true
        }
        for (const [place, other] of own.entries())
          if (seat(other, tried)) {
            own[place] = center
            return true
          }
      }
      return false
    }
    return centers.every((center) => seat(center, new Set()))
  }
}
