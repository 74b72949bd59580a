export interface Scale {
  readonly from: number
  readonly to: number
  readonly step: number
}

/** Whole fives or tens that hold every score, and no more than a dozen ticks. */
export function scaleOf(scores: readonly number[]): Scale {
  const least = Math.min(...scores)
  const most = Math.max(...scores)
  const step = [100, 200, 500, 1000, 2000, 5000, 10_000].find((one) => (most - least) / one <= 8) ?? 100_000
  return {
    from: Math.floor(least / step) * step,
    to: Math.max(Math.ceil(most / step), Math.floor(least / step) + 1) * step,
    step,
  }
}

export function ticksOf({ from, to, step }: Scale): readonly number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, place) => from + place * step)
}

export function placeOn({ from, to }: Scale, points: number): string {
  return `${(((points - from) / (to - from)) * 100).toFixed(3)}%`
}

/** A settled score on a scale as an ink bar, the open interval hatched round it. */
export function Beam({
  scale,
  score,
  interval: [least, most],
}: {
  readonly scale: Scale
  readonly score: number
  readonly interval: readonly [number, number]
}) {
  const width = `${(((most - least) / (scale.to - scale.from)) * 100).toFixed(3)}%`
  return (
    <div className="beam" aria-hidden="true">
      {ticksOf(scale).map((tick) => (
        <i key={tick} className="tick" style={{ left: placeOn(scale, tick) }} />
      ))}
      {least === most ? null : <i className="iv" style={{ left: placeOn(scale, least), width }} />}
      <i className="at" style={{ left: placeOn(scale, score) }} />
    </div>
  )
}
