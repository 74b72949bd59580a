interface Point {
  readonly day: string
  readonly score: number
}

/** `2021-03` and every month after it to the last day's. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (; months.length < 240; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1]
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > to.slice(0, 7)) break
    months.push(name)
  }
  return months
}

/** The score at the end of a month; null where there was none yet. */
export function endOf(points: readonly Point[], month: string): number | null {
  return points.findLast(({ day }) => day.slice(0, 7) <= month)?.score ?? null
}

/** Places of labels, from the top, moved so that none covers another and none lies below `bottom`. */
export function apart(places: readonly number[], gap: number, bottom: number): readonly number[] {
  const down: number[] = []
  for (const place of places) down.push(Math.max(place, (down.at(-1) ?? -Infinity) + gap))
  let limit = bottom
  return down
    .toReversed()
    .map((place) => {
      const own = Math.min(place, limit)
      limit = own - gap
      return own
    })
    .toReversed()
}

/** The center that ended highest and the one that ended lowest: one where there is but one, none before the first score. */
export function endsOf<Center extends { readonly points: readonly { readonly score: number }[] }>(
  centers: readonly Center[],
): (Center & { readonly score: number })[] {
  const ended = centers
    .flatMap((center) => {
      const score = center.points.at(-1)?.score
      return score === undefined ? [] : [{ ...center, score }]
    })
    .sort((one, other) => other.score - one.score)
  return [...ended.slice(0, 1), ...ended.slice(1).slice(-1)]
}
