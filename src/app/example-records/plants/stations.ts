import type { Random } from '../../../core/kernel/random.ts'
import { refOf, type ExampleRow } from '../example-row.ts'
import { chanceFor, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { compact, rowOf } from '../world.ts'

const GUIDED = 'station-not-guided'
const ASSESSED = 'station-not-assessed'
const KINDS = ['guidance', 'training', 'assessment'] as const

type Kind = (typeof KINDS)[number]

/** Village stations with their visits: each gets every kind, but for some that are forgotten. */
export function plantStations(draft: PlanDraft): void {
  const { sites, limits } = draft.world
  const random = chanceFor(draft, GUIDED)
  for (const site of sites) {
    const needed = limits.has(GUIDED) ? limits.parameter(GUIDED, 'visit_kinds') : 2
    const stations = Array.from({ length: 3 + random.below(4) }, (_, at) => plantStation(draft, random, site, at))
    const whole = stations.filter(({ isWhole }) => isWhole)
    const unguided = whole.filter(({ got }) => Number(got.has('guidance')) + Number(got.has('training')) < needed)
    expectStations(draft, GUIDED, site, unguided)
    expectStations(
      draft,
      ASSESSED,
      site,
      whole.filter(({ got }) => !got.has('assessment')),
    )
  }
}

interface PlantedStation {
  readonly row: ExampleRow
  /** It ran all through the period. */
  readonly isWhole: boolean
  readonly got: ReadonlySet<Kind>
}

function plantStation(draft: PlanDraft, random: Random, site: Site, at: number): PlantedStation {
  const { period, days } = draft.world
  const middle = days[Math.floor(days.length / 2)] ?? period.to
  // The last two of each center: opened in the middle of the period, or closed then, and never visited.
  const run = at === 2 && site.place % 2 === 0 ? 'opened' : at === 2 ? 'closed' : 'whole'
  const station = rowOf('stations', {
    record_id: `ZD${site.code}${String(at + 1).padStart(2, '0')}`,
    center_id: site.center.id,
    name: `${VILLAGES[(7 * site.place + at) % VILLAGES.length] ?? ''}村服务中心`,
    from_on: run === 'opened' ? middle : period.from,
    // One that closes with the period ran all through it.
    to_on: run === 'closed' ? middle : at === 0 && site.place % 3 === 0 ? period.to : null,
  })
  draft.add(run === 'opened' ? middle : period.from, station)
  const forgotten = forgottenAt(site.place, at)
  const got = new Set(KINDS.filter((kind) => run === 'whole' && !forgotten.includes(kind)))
  for (const kind of got)
    for (let visits = 1 + random.below(2); visits > 0; visits--) {
      const day = random.pick(days)
      draft.add(
        day,
        rowOf('station_visits', {
          record_id: `ZF${station.values.record_id.slice(2)}${compact(day)}${kind.slice(0, 1)}${visits}`,
          center_id: site.center.id,
          station_id: station.values.record_id,
          visited_on: day,
          kind,
        }),
      )
    }
  return { row: station, isWhole: run === 'whole', got }
}

/** Which visits a station is left without. */
function forgottenAt(place: number, at: number): readonly Kind[] {
  if (at === 0 && (place % 5 === 1 || place === 0)) return ['training']
  if (at === 0 && place === 3) return ['assessment']
  if (at === 1 && place % 5 === 3) return ['guidance', 'training']
  if (at === 0 && place % 4 === 2) return ['assessment']
  if (at === 1 && place % 4 === 2) return ['assessment']
  return []
}

function expectStations(
  draft: PlanDraft,
  detection: string,
  { center }: Site,
  stations: readonly PlantedStation[],
): void {
  if (stations.length === 0 || !draft.world.limits.has(detection)) return
  draft.expect({
    detection,
    centerId: center.id,
    subject: center.id,
    occurredOn: draft.world.period.to,
    records: stations.map(({ row }) => refOf(row)),
  })
}

const VILLAGES = [
  '东方',
  '新桥',
  '南庄',
  '张家',
  '陆家',
  '河西',
  '双塘',
  '金家',
  '北旺',
  '安乐',
  '和睦',
  '泾阳',
  '西岑',
  '莲湖',
  '东庄',
  '塔湾',
  '林家',
  '陈东',
  '中步',
  '蔡浜',
]
