import type { Office } from '../office/office.ts'
import { publishedLedgers, type PublishedLedgers } from './published-ledgers.ts'

/** What a city's view is read from. */
export interface CityDesk {
  readonly office: Office
  readonly published: PublishedLedgers
}

export function cityDesk(office: Office): CityDesk {
  return { office, published: publishedLedgers(office) }
}
