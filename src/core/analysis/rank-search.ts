/**
 * How many others can stand strictly above one center, at least or at most, over all ways to answer the questions of
 * several bundles. `gaps[bundle][other][way]` is what the bundle adds to the other's lead over the center, `constants` the
 * rest of it: who leads by more than nothing is above, who leads by nothing is level.
 */
export interface RankSearch {
  readonly constants: readonly number[]
  readonly gaps: readonly (readonly (Float64Array | null)[])[]
  readonly ways: readonly number[]
  readonly isBest: boolean
}

/**
 * `found` is reached by some way, `proven` passed by none; they are the same unless there were too many to try. As
 * `2 × above + level`: level is 1 where someone stands level, in the best case at every way that is as good, in the worst at any.
 */
export interface SearchResult {
  readonly found: number
  readonly proven: number
}

const MOST_NODES = 4000

export function searchRank(search: RankSearch): SearchResult {
  const sign = search.isBest ? 1 : -1
  const rows = openRows(search)
  const bundles = tellingBundles(search, rows)
  const root = new Float64Array(rows.open.map((other) => search.constants[other] ?? 0))
  // What the bundles still to come add at least and at most to each lead.
  const rests = restsOf(bundles, rows.open.length)
  const cost = (least: Float64Array, most: Float64Array) => {
    let above = rows.above
    let level = rows.level
    for (let at = 0; at < least.length; at += 1) {
      const low = least[at] ?? 0
      const high = most[at] ?? 0
      if (search.isBest) {
        if (low > 0) above += 1
        else if (low === 0 && high === 0) level = 1
      } else if (high > 0) above += 1
      else if (high === 0) level = 1
      if (!search.isBest && low <= 0 && high >= 0) level = 1
    }
    return sign * (2 * above + level)
  }
  let found = Number.POSITIVE_INFINITY
  let proven = Number.POSITIVE_INFINITY
  let nodes = 0
  const visit = (depth: number, leads: Float64Array) => {
    const bundle = bundles[depth]
    if (bundle === undefined) {
      const own = cost(leads, leads)
      found = Math.min(found, own)
      proven = Math.min(proven, own)
      return
    }
    nodes += 1
    const rest = rests[depth + 1]
    const children: { readonly leads: Float64Array; readonly bound: number }[] = []
    for (let way = 0; way < bundle.ways; way += 1) {
      const next = leads.slice()
      const least = new Float64Array(next.length)
      const most = new Float64Array(next.length)
      for (let at = 0; at < next.length; at += 1) {
        const lead = (next[at] ?? 0) + (bundle.gaps[at]?.[way] ?? 0)
        next[at] = lead
        least[at] = lead + (rest?.least[at] ?? 0)
        most[at] = lead + (rest?.most[at] ?? 0)
      }
      children.push({ leads: next, bound: cost(least, most) })
    }
    children.sort((one, other) => one.bound - other.bound)
    for (const child of children) {
      if (child.bound >= found) break
      if (nodes > MOST_NODES && found < Number.POSITIVE_INFINITY) {
        proven = Math.min(proven, child.bound)
        break
      }
      visit(depth + 1, child.leads)
    }
  }
  visit(0, root)
  return { found: sign * found, proven: sign * Math.min(proven, found) }
}

interface Rows {
  /** The others whose place beside the center depends on how something is read. */
  readonly open: readonly number[]
  readonly above: number
  readonly level: number
}

/** Who is above or below whatever is read needs no trying. */
function openRows({ constants, gaps }: RankSearch): Rows {
  const open: number[] = []
  let above = 0
  let level = 0
  constants.forEach((constant, other) => {
    let least = constant
    let most = constant
    for (const bundle of gaps) {
      const own = bundle[other]
      if (own == null) continue
      least += Math.min(...own)
      most += Math.max(...own)
    }
    if (least > 0) above += 1
    else if (least === 0 && most === 0) level = 1
    else if (most >= 0) open.push(other)
  })
  return { open, above, level }
}

interface TellingBundle {
  readonly gaps: readonly (Float64Array | null)[]
  readonly ways: number
}

/** Only ways that no other outdoes for every open row, the bundle that moves most first. */
function tellingBundles({ gaps, ways, isBest }: RankSearch, { open }: Rows): TellingBundle[] {
  return gaps
    .map((bundle, at) => {
      const rows = open.map((other) => bundle[other] ?? null)
      const kept = undominated(rows, ways[at] ?? 1, isBest ? 1 : -1)
      return {
        ways: kept.length,
        gaps: rows.map((row) => row && Float64Array.from(kept, (way) => row[way] ?? 0)),
        spread: rows.reduce((sum, row) => sum + (row === null ? 0 : Math.max(...row) - Math.min(...row)), 0),
      }
    })
    .sort((one, other) => other.spread - one.spread)
}

/** `sign` 1: smaller leads are better. */
function undominated(rows: readonly (Float64Array | null)[], ways: number, sign: 1 | -1): number[] {
  const telling = rows.filter((row) => row !== null && row.some((gap) => gap !== row[0]))
  const kept: number[] = []
  for (let way = 0; way < ways; way += 1) {
    const isOutdone = (other: number) => telling.every((row) => sign * (row?.[other] ?? 0) <= sign * (row?.[way] ?? 0))
    if (kept.some(isOutdone)) continue
    for (let at = kept.length - 1; at >= 0; at -= 1) {
      const other = kept[at] ?? 0
      if (telling.every((row) => sign * (row?.[way] ?? 0) <= sign * (row?.[other] ?? 0))) kept.splice(at, 1)
    }
    kept.push(way)
  }
  return kept
}

function restsOf(bundles: readonly TellingBundle[], count: number): { least: Float64Array; most: Float64Array }[] {
  const rests = [{ least: new Float64Array(count), most: new Float64Array(count) }]
  for (const { gaps } of bundles.toReversed()) {
    const [next] = rests
    const least = new Float64Array(count)
    const most = new Float64Array(count)
    for (let at = 0; at < count; at += 1) {
      const row = gaps[at]
      least[at] = (next?.least[at] ?? 0) + (row == null ? 0 : Math.min(...row))
      most[at] = (next?.most[at] ?? 0) + (row == null ? 0 : Math.max(...row))
    }
    rests.unshift({ least, most })
  }
  return rests
}
