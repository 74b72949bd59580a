import { addDays, type PlainDate } from '../../../core/kernel/plain-date.ts'
import { refOf, type ExampleRow } from '../example-row.ts'
import { keyOf, type PlanDraft } from '../plan-draft.ts'
import { CATALOGUE, type CatalogueItem } from '../service-catalogue.ts'
import type { Site } from '../site.ts'
import { rowOf } from '../world.ts'

const MISSING = 'items-missing'
const CHANGED = 'items-changed-unapproved'

/** The list of what must be offered, and what each center offers. */
export function plantItems(draft: PlanDraft): void {
  const { days, period } = draft.world
  const day = (share: number) => days[Math.floor(days.length * share)] ?? period.to
  const before = addDays(period.from, -YEARS_BEFORE)
  const list: ItemList = {
    required: new Map(CATALOGUE.map((item) => [item.id, requiredRow(item, before, null)])),
    newItem: requiredRow(NEW_ITEM, day(0.5), null),
    before,
    day,
  }
  // Required until the first tenths of the period are over, until before it, and only after it.
  const ended = requiredRow(ENDED_ITEM, before, day(0.3))
  const bygone = requiredRow(BYGONE_ITEM, before, addDays(period.from, -1))
  const coming = requiredRow(COMING_ITEM, addDays(period.to, 1), null)
  draft.add(period.from, ...list.required.values(), list.newItem, ended, bygone, coming)
  for (const site of draft.world.sites) {
    offerRequired(draft, site, list)
    offerOthers(draft, site, list)
  }
}

/** Most items have been required and offered for so many days before the period. */
const YEARS_BEFORE = 800

interface ItemList {
  readonly required: ReadonlyMap<string, ExampleRow>
  /** Required from the middle of the period on. */
  readonly newItem: ExampleRow
  readonly before: PlainDate
  readonly day: (share: number) => PlainDate
}

const NEW_ITEM = { id: 'XZ-001', name: '新生儿“出生一件事”', line: '卫生健康' }

const ENDED_ITEM = { id: 'QX-001', name: '老年人优待证', line: '民政救助' }

const BYGONE_ITEM = { id: 'QX-002', name: '流动人口婚育证明', line: '卫生健康' }

const COMING_ITEM = { id: 'XZ-002', name: '灵活就业人员公积金', line: '住房保障' }

const OWN_ITEM = { id: 'BD-001', name: '本地文化惠民卡', line: '便民服务' }

type ItemName = Pick<CatalogueItem, 'id' | 'name' | 'line'>

/** What is on the list: one of the rare items is another at each center, and has a story of its own. */
function offerRequired(draft: PlanDraft, site: Site, { required, newItem, before, day }: ItemList): void {
  const { period } = draft.world
  const chosen = CATALOGUE[(17 * (site.place + 1)) % CATALOGUE.length]
  for (const item of CATALOGUE) if (item !== chosen) offer(draft, site, item, before)
  const missing = chosen && required.get(chosen.id)
  if (chosen === undefined || missing === undefined) return
  const later = addDays(day(0.6), 1)
  switch (site.place % 7) {
    case 0:
      expectMissing(draft, site, missing, period.from)
      break
    case 1:
      expectChange(draft, site, offer(draft, site, chosen, before, { to: day(0.6) }), 'removed', later)
      break
    case 2:
      offer(draft, site, chosen, before, { to: day(0.6), approval: APPROVAL })
      break
    case 3:
      // The list was written anew: the second row goes on where the first one ends.
      offer(draft, site, chosen, before, { to: day(0.6) })
      offer(draft, site, chosen, later, { part: 2 })
      break
    case 4:
      // Given up before the period, with leave and without.
      offer(draft, site, chosen, before, { to: addDays(period.from, -40), approval: APPROVAL })
      break
    case 5:
      offer(draft, site, chosen, before, { to: addDays(period.from, -40) })
      expectMissing(draft, site, missing, period.from)
      break
    default:
      offer(draft, site, chosen, before)
  }
  // Offered from the day on which it is required, a little later, or not at all.
  const turn = site.place % 6
  if (turn !== 4) offer(draft, site, NEW_ITEM, turn === 5 ? day(0.55) : day(0.5))
  if (turn >= 4) expectMissing(draft, site, newItem, day(0.5))
}

const APPROVAL = '市办批〔18号〕'

/** What is not, or no longer, on the list. */
function offerOthers(draft: PlanDraft, site: Site, { before, day }: ItemList): void {
  const last = day(0.3)
  offer(draft, site, ENDED_ITEM, before, { to: last })
  const turn = site.place % 6
  // Taken up again after the list had dropped it.
  if (turn === 1) expectChange(draft, site, offer(draft, site, ENDED_ITEM, day(0.7), { part: 2 }), 'added', day(0.7))
  if (turn === 2) expectChange(draft, site, offer(draft, site, OWN_ITEM, day(0.2)), 'added', day(0.2))
  if (turn === 3) offer(draft, site, OWN_ITEM, day(0.2), { approval: '区办批-2021-07' })
  if (turn !== 4 && turn !== 5) return
  // Approved for a while, and gone on with at once, or after a gap in which it was over.
  offer(draft, site, OWN_ITEM, day(0.1), { to: last, approval: '区办批-2021-03' })
  const again = turn === 4 ? addDays(last, 1) : addDays(last, 2)
  const row = offer(draft, site, OWN_ITEM, again, { part: 2 })
  if (turn === 5) expectChange(draft, site, row, 'added', again)
}

function offer(
  draft: PlanDraft,
  { center, code }: Site,
  { id, name }: ItemName,
  from: PlainDate,
  { to = null, approval = null, part = 1 }: { to?: PlainDate | null; approval?: string | null; part?: number } = {},
): ExampleRow {
  const row = rowOf('offered_items', {
    record_id: `${code}-${id}-${part}`,
    center_id: center.id,
    item_id: id,
    item_name: name,
    from_on: from,
    to_on: to,
    approval_no: approval,
  })
  const { period } = draft.world
  draft.add(from < period.from ? period.from : from, row)
  return row
}

function requiredRow({ id, name, line }: ItemName, from: PlainDate, to: PlainDate | null): ExampleRow {
  return rowOf('required_items', {
    record_id: `YJ-${id}`,
    item_id: id,
    item_name: name,
    line,
    from_on: from,
    to_on: to,
  })
}

function expectMissing(draft: PlanDraft, { center }: Site, required: ExampleRow, from: PlainDate): void {
  if (!draft.world.limits.has(MISSING)) return
  const subject = `${center.id}/${String(required.values['item_id'])}`
  draft.expect({ detection: MISSING, centerId: center.id, subject, occurredOn: from, records: [refOf(required)] })
}

function expectChange(
  draft: PlanDraft,
  { center }: Site,
  row: ExampleRow,
  change: 'added' | 'removed',
  day: PlainDate,
): void {
  if (!draft.world.limits.has(CHANGED)) return
  draft.expect({
    detection: CHANGED,
    centerId: center.id,
    subject: `${keyOf(row)}/${change}`,
    occurredOn: day,
    records: [refOf(row)],
  })
}
