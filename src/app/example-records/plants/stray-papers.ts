import { addDays, type PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import { caseIdOf, counterCase, papersOf, readOf } from '../case-rows.ts'
import { promisedItem } from '../item-choice.ts'
import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import { CATALOGUE, STRAY_PAPERS, type CatalogueItem, type CataloguePaper } from '../service-catalogue.ts'
import { SERVICE_LINES } from '../service-lines.ts'
import type { Site } from '../site.ts'
import { rowOf } from '../world.ts'
import { momentOf } from '../year-rhythm.ts'
import { anyDayIn, plantedArrival, plantedCounter } from './planted-case.ts'

const DETECTION = 'papers-beyond-guide'

/** Papers taken that the guide does not list for the item on that day. */
export function plantStrayPapers(draft: PlanDraft): void {
  const { world } = draft
  guideRows(draft)
  if (!world.limits.has(DETECTION)) return
  const random = chanceFor(draft, DETECTION)
  const plant = planter(draft, random)
  for (const site of world.sites) {
    for (let count = random.below(3); count > 0; count--)
      plant(site, anyDayIn(draft, random), promisedItem(random), random.pick(STRAY_PAPERS.slice(1)), true)
    // Listed for some weeks only: right on the first and last day, wrong on the days around.
    const { item, paper, from, to } = passingPaper(draft)
    plant(site, random.pick([from, to]), item, paper, false)
    if (site.place % 3 === 1) plant(site, random.pick([addDays(from, -1), addDays(to, 1)]), item, paper, true)
    // An item for which no guide was ever listed shows nothing.
    plant(site, anyDayIn(draft, random), UNGUIDED, random.pick(STRAY_PAPERS), false)
    // Listed for one item and taken for another.
    if (site.place % 4 === 2) plant(site, from, otherItem(item), paper, true)
  }
}

/** Not among the items of the guide, and asks for nothing. */
const UNGUIDED: CatalogueItem = {
  id: 'QT-001',
  name: '其他咨询登记',
  line: SERVICE_LINES[0]?.name ?? '',
  type: 'promised',
  promisedDays: 5,
  weight: 0,
  papers: [],
}

function planter(draft: PlanDraft, random: Random) {
  return (site: Site, day: PlainDate, item: CatalogueItem, paper: CataloguePaper, isBreach: boolean): void => {
    const arrival = plantedArrival(draft, random, site, day, { item })
    const counter = plantedCounter(site, random)
    const values = counterCase(draft.world, random, arrival, { counter, seconds: 700, ending: 'completed' })
    const taken = rowOf('papers_taken', {
      record_id: `CLS${caseIdOf(arrival)}-9`,
      center_id: site.center.id,
      case_id: caseIdOf(arrival),
      item_id: item.id,
      paper_id: paper.id,
      paper_name: paper.name,
      taken_at: momentOf(day, arrival.second + 30),
    })
    draft.add(day, rowOf('service_cases', values), readOf(arrival, values), ...papersOf(arrival), taken)
    if (isBreach) expectRecord(draft, DETECTION, taken, { centerId: site.center.id, occurredOn: day })
  }
}

function guideRows(draft: PlanDraft): void {
  const { from } = draft.world.period
  for (const item of CATALOGUE) for (const paper of item.papers) draft.add(from, guideRow(item, paper, from, null))
  const passing = passingPaper(draft)
  draft.add(from, guideRow(passing.item, passing.paper, passing.from, passing.to))
}

function guideRow({ id }: CatalogueItem, paper: CataloguePaper, from: PlainDate, to: PlainDate | null) {
  return rowOf('guide_papers', {
    record_id: `ZN-${id}-${paper.id}`,
    item_id: id,
    paper_id: paper.id,
    paper_name: paper.name,
    from_on: from,
    to_on: to,
  })
}

/** A paper that one item asks for during the second quarter of the period only. */
function passingPaper({ world: { days } }: PlanDraft) {
  const item = CATALOGUE.find(({ type }) => type === 'promised') ?? CATALOGUE[0]
  const paper = STRAY_PAPERS[0]
  const from = days[Math.floor(days.length / 4)]
  const to = days[Math.floor(days.length / 2)]
  if (!item || !paper || !from || !to) throw new Error('no item, no paper or no days')
  return { item, paper, from, to }
}

function otherItem({ id }: CatalogueItem): CatalogueItem {
  const other = CATALOGUE.find((item) => item.type === 'promised' && item.id !== id)
  if (other === undefined) throw new Error('only one promised item')
  return other
}
