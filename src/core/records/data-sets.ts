import type { DataSet, DataSetName, Field } from './data-set.ts'
import { APPOINTMENTS } from './sets/appointments.ts'
import { COUNTERS, COUNTER_HOURS } from './sets/counter-sets.ts'
import { ARTICLES, MEETINGS, STATIONS, STATION_VISITS, WEEKLY_CLASSES } from './sets/district-sets.ts'
import { HOTLINE_ORDERS } from './sets/hotline-orders.ts'
import { GUIDE_PAPERS, OFFERED_ITEMS, PAPERS_TAKEN, REQUIRED_ITEMS } from './sets/item-sets.ts'
import { RATINGS } from './sets/ratings.ts'
import { SERVICE_CASES } from './sets/service-cases.ts'
import { EQUIPMENT_FAULTS, LICENCE_READS, OPENINGS } from './sets/site-sets.ts'
import { SPLIT_INTAKES } from './sets/split-intakes.ts'

const SETS: Readonly<Record<DataSetName, DataSet>> = {
  service_cases: SERVICE_CASES,
  split_intakes: SPLIT_INTAKES,
  ratings: RATINGS,
  hotline_orders: HOTLINE_ORDERS,
  appointments: APPOINTMENTS,
  counters: COUNTERS,
  counter_hours: COUNTER_HOURS,
  equipment_faults: EQUIPMENT_FAULTS,
  openings: OPENINGS,
  articles: ARTICLES,
  weekly_classes: WEEKLY_CLASSES,
  meetings: MEETINGS,
  required_items: REQUIRED_ITEMS,
  offered_items: OFFERED_ITEMS,
  guide_papers: GUIDE_PAPERS,
  papers_taken: PAPERS_TAKEN,
  licence_reads: LICENCE_READS,
  stations: STATIONS,
  station_visits: STATION_VISITS,
}

/** Every data set that can be imported, in the order in which they are shown. */
export const DATA_SETS: readonly DataSet[] = Object.values(SETS)

export function dataSet(name: DataSetName): DataSet {
  return SETS[name]
}

/** `null` where no data set bears the name. */
export function findDataSet(name: string): DataSet | null {
  return DATA_SETS.find((set) => set.name === name) ?? null
}

/** Of its newest fields. */
export function editionOf(set: DataSet): number {
  return Math.max(...set.fields.map(({ since }) => since))
}

/** `null` where the set has no such field. */
export function findField(set: DataSet, name: string): Field | null {
  return set.fields.find((field) => field.name === name) ?? null
}
