/**
 * How many others can stand strictly above one center, at least or at most, over all ways to answer the questions of
 * several bundles. Another's lead is its end less the center's: `constants`, and by bundle `theirs[bundle][other]` less
 * `own[bundle]` under the way chosen. Who leads by more than nothing is above, who leads by nothing is level.
 */
export interface RankSearch {
  readonly isBest: boolean
  readonly constants: readonly number[]
  readonly ways: readonly number[]
  readonly own: readonly (EndByWay | null)[]
  readonly theirs: readonly (readonly (EndByWay | null)[])[]
}

/** What a bundle adds to an end under each way, with the least and most of it. */
export interface EndByWay {
  readonly by: Float64Array
  readonly least: number
  readonly most: number
}

/**
 * `found` is reached by some way, `proven` passed by none; they are the same unless there were too many to try. As
 * `2 × above + level`: level is 1 where someone stands level, in the best case at every way that is as good, in the worst at any.
 */
export interface SearchResult {
  readonly found: number
  readonly proven: number
}

const MOST_NODES = 2000

export function searchRank(search: RankSearch): SearchResult {
  const { isBest } = search
  const rows = openRows(search)
  const bundles = tellingBundles(search, rows.open)
  const rests = restsOf(bundles, rows.open.length)
  const sign = isBest ? 1 : -1
  const cost = (leads: Float64Array, bundle: TellingBundle | null, way: number, rest: Rest) => {
    let { above, level } = rows
    for (let at = 0; at < leads.length; at += 1) {
      const lead = (leads[at] ?? 0) + (bundle?.leads[at]?.[way] ?? 0)
      const least = lead + (rest.least[at] ?? 0)
      const most = lead + (rest.most[at] ?? 0)
      if ((isBest ? least : most) > 0) above += 1
      if (isBest ? least === 0 && most === 0 : least <= 0 && most >= 0) level = 1
    }
    return sign * (2 * above + level)
  }
  let found = Number.POSITIVE_INFINITY
  let proven = Number.POSITIVE_INFINITY
  let nodes = 0
  const visit = (depth: number, leads: Float64Array) => {
    const bundle = bundles[depth] ?? null
    const rest = rests[depth + 1] ?? rests[depth]
    if (bundle === null || rest === undefined) {
      found = Math.min(found, cost(leads, null, 0, rests[bundles.length] ?? NO_REST))
      return
    }
    nodes += 1
    const bounds = Array.from({ length: bundle.ways }, (_, way) => cost(leads, bundle, way, rest))
    if (depth === bundles.length - 1) {
      for (const bound of bounds) found = Math.min(found, bound)
      return
    }
    const order = bounds.map((_, way) => way).sort((one, other) => (bounds[one] ?? 0) - (bounds[other] ?? 0))
    for (const way of order) {
      const bound = bounds[way] ?? 0
      if (bound >= found) return
      if (nodes > MOST_NODES && found < Number.POSITIVE_INFINITY) {
        proven = Math.min(proven, bound)
        return
      }
      visit(
        depth + 1,
        leads.map((lead, at) => lead + (bundle.leads[at]?.[way] ?? 0)),
      )
    }
  }
  visit(
    0,
    Float64Array.from(rows.open, (other) => search.constants[other] ?? 0),
  )
  return { found: sign * found, proven: sign * Math.min(proven, found) }
}

interface Rows {
  /** The others whose place beside the center depends on how something is read. */
  readonly open: readonly number[]
  readonly above: number
  readonly level: number
}

/** Who is above or below whatever is read needs no trying; only its range is looked at. */
function openRows({ constants, own, theirs }: RankSearch): Rows {
  const open: number[] = []
  let above = 0
  let level = 0
  constants.forEach((constant, other) => {
    let least = constant
    let most = constant
    own.forEach((mine, bundle) => {
      const ends = theirs[bundle]?.[other]
      least += (ends?.least ?? 0) - (mine?.most ?? 0)
      most += (ends?.most ?? 0) - (mine?.least ?? 0)
    })
    if (least > 0) above += 1
    else if (least === 0 && most === 0) level = 1
    else if (most >= 0) open.push(other)
  })
  return { open, above, level }
}

interface TellingBundle {
  /** By open row, under each way kept; null where it adds nothing. */
  readonly leads: readonly (Float64Array | null)[]
  readonly ways: number
}

/** Only ways that no other outdoes for every open row, the bundle that moves most first. */
function tellingBundles({ own, theirs, ways, isBest }: RankSearch, open: readonly number[]): TellingBundle[] {
  return own
    .map((mine, bundle) => {
      const count = ways[bundle] ?? 1
      const leads = open.map((other) => leadOver(mine, theirs[bundle]?.[other] ?? null, count))
      const kept = undominated(leads, count, isBest ? 1 : -1)
      const isWhole = kept.length === count
      return {
        ways: kept.length,
        leads: isWhole ? leads : leads.map((row) => row && Float64Array.from(kept, (way) => row[way] ?? 0)),
        spread: leads.reduce((sum, row) => sum + spreadOf(row), 0),
      }
    })
    .sort((one, other) => other.spread - one.spread)
}

function leadOver(mine: EndByWay | null, theirs: EndByWay | null, ways: number): Float64Array | null {
  if (mine === null) return theirs?.by ?? null
  const lead = new Float64Array(ways)
  for (let way = 0; way < ways; way += 1) lead[way] = (theirs?.by[way] ?? 0) - (mine.by[way] ?? 0)
  return lead
}

const MOST_COMPARED = 128

/** `sign` 1: smaller leads are better. */
function undominated(rows: readonly (Float64Array | null)[], ways: number, sign: 1 | -1): number[] {
  const all = Array.from({ length: ways }, (_, way) => way)
  if (ways > MOST_COMPARED) return all
  const telling = rows.filter((row) => row !== null && spreadOf(row) > 0)
  const isOutdone = (way: number, by: number) =>
    telling.every((row) => sign * (row?.[by] ?? 0) <= sign * (row?.[way] ?? 0))
  const kept: number[] = []
  for (const way of all) {
    if (kept.some((other) => isOutdone(way, other))) continue
    for (let at = kept.length - 1; at >= 0; at -= 1) if (isOutdone(kept[at] ?? 0, way)) kept.splice(at, 1)
    kept.push(way)
  }
  return kept
}

/** What the bundles still to come add at least and at most to each lead. */
interface Rest {
  readonly least: Float64Array
  readonly most: Float64Array
}

const NO_REST: Rest = { least: new Float64Array(0), most: new Float64Array(0) }

function restsOf(bundles: readonly TellingBundle[], count: number): Rest[] {
  const rests: Rest[] = [{ least: new Float64Array(count), most: new Float64Array(count) }]
  for (const { leads } of bundles.toReversed()) {
    const [next] = rests
    const least = new Float64Array(count)
    const most = new Float64Array(count)
    for (let at = 0; at < count; at += 1) {
      const [low, high] = rangeOf(leads[at] ?? null)
      least[at] = (next?.least[at] ?? 0) + low
      most[at] = (next?.most[at] ?? 0) + high
    }
    rests.unshift({ least, most })
  }
  return rests
}

function spreadOf(row: Float64Array | null): number {
  const [low, high] = rangeOf(row)
  return high - low
}

export function rangeOf(values: Float64Array | null): readonly [low: number, high: number] {
  if (values === null) return [0, 0]
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
