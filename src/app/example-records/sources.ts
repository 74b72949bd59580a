import type { ExampleValues } from './example-row.ts'
import type { DataSetName } from '../../core/records/data-set.ts'

/** The systems that an example's records come from; two data sets come from two systems each. */
export function sourceOf(dataSet: DataSetName, values: ExampleValues): string {
  switch (dataSet) {
    case 'service_cases':
      return values['channel'] === 'online' ? 'onenet' : 'acceptance'
    case 'ratings':
      return values['channel'] === 'counter-device' ? 'evaluator' : 'city-rating'
    case 'papers_taken':
      return 'acceptance'
    case 'hotline_orders':
      return 'hotline'
    case 'appointments':
      return 'booking'
    case 'split_intakes':
      return 'transfer'
    case 'counters':
    case 'counter_hours':
      return 'queue'
    case 'equipment_faults':
      return 'repair'
    case 'openings':
      return 'attendance'
    case 'licence_reads':
      return 'licence'
    case 'required_items':
    case 'offered_items':
    case 'guide_papers':
      return 'item-lists'
    case 'articles':
    case 'weekly_classes':
    case 'meetings':
    case 'stations':
    case 'station_visits':
      return 'office'
  }
}
