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
  const list: ItemList = {
    required: new Map(CATALOGUE.map((item) => [item.id, requiredRow(item, period.from, null)])),
    newItem: requiredRow(NEW_ITEM, day(0.5), null),
    endedItem: requiredRow(ENDED_ITEM, period.from, day(0.3)),
    day,
  }
  draft.add(period.from, ...list.required.values(), list.endedItem)
  draft.add(day(0.5), list.newItem)
  for (const site of draft.world.sites) offerItems(draft, site, list)
}

interface ItemList {
  readonly required: ReadonlyMap<string, ExampleRow>
  /** Required from the middle of the period on. */
  readonly newItem: ExampleRow
  /** Required for the first three tenths only. */
  readonly endedItem: ExampleRow
  readonly day: (share: number) => PlainDate
}

const NEW_ITEM = { id: 'XZ-001', name: '新生儿“出生一件事”', line: '卫生健康' }

const ENDED_ITEM = { id: 'QX-001', name: '老年人优待证', line: '民政救助' }

const OWN_ITEM = { id: 'BD-001', name: '本地文化惠民卡', line: '便民服务' }

type ItemName = Pick<CatalogueItem, 'id' | 'name' | 'line'>

function offerItems(draft: PlanDraft, site: Site, list: ItemList): void {
  const { period } = draft.world
  const { day } = list
  const turn = site.place % 6
  const offer = (
    item: ItemName,
    from: PlainDate,
    to: PlainDate | null = null,
    approval: string | null = null,
    part = 1,
  ) => {
    const row = offeredRow(site, item, { from, to, approval, part })
    draft.add(from, row)
    return row
  }
  for (const [at, item] of CATALOGUE.entries()) {
    // One of the rare items, another at each center.
    const isChosen = at === (17 * (site.place + 1)) % CATALOGUE.length
    if (isChosen && turn === 0) expectMissing(draft, site, list.required.get(item.id), period.from)
    else if (isChosen && turn === 1)
      expectChange(draft, site, offer(item, period.from, day(0.6)), 'removed', addDays(day(0.6), 1))
    else if (isChosen && turn === 2) offer(item, period.from, day(0.6), '市办批〔18号〕')
    else if (isChosen && turn === 3) {
      // The list was written anew: the second row goes on where the first one ends.
      offer(item, period.from, day(0.4))
      offer(item, addDays(day(0.4), 1), null, null, 2)
    } else offer(item, period.from)
  }
  offer(ENDED_ITEM, period.from, day(0.3))
  // Offered from the day on which it is required, before it, too late, or not at all.
  if (turn === 4) expectMissing(draft, site, list.newItem, day(0.5))
  else if (turn === 5) {
    offer(NEW_ITEM, day(0.55))
    expectMissing(draft, site, list.newItem, day(0.5))
  } else offer(NEW_ITEM, day(0.5))
  if (turn === 2) expectChange(draft, site, offer(OWN_ITEM, day(0.2)), 'added', day(0.2))
  if (turn === 3) offer(OWN_ITEM, day(0.2), null, '区办批-2021-07')
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

function offeredRow(
  { center, code }: Site,
  { id, name }: ItemName,
  { from, to, approval, part }: { from: PlainDate; to: PlainDate | null; approval: string | null; part: number },
): ExampleRow {
  return rowOf('offered_items', {
    record_id: `${code}-${id}-${part}`,
    center_id: center.id,
    item_id: id,
    item_name: name,
    from_on: from,
    to_on: to,
    approval_no: approval,
  })
}

function expectMissing(draft: PlanDraft, { center }: Site, required: ExampleRow | undefined, from: PlainDate): void {
  if (required === undefined || !draft.world.limits.has(MISSING)) return
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
