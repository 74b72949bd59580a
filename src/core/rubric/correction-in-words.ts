import { unreachable } from '../kernel/unreachable.ts'
import type { AskedCorrection, GivenReading } from './correction.ts'
import { priceInWords } from './price-in-words.ts'

/** Both readings of a corrected sentence, each as one Chinese phrase. */
export function correctionInWords({ read, given }: AskedCorrection): { readonly read: string; readonly given: string } {
  return { read: priceInWords(read), given: givenInWords(given) }
}

function givenInWords(given: GivenReading): string {
  switch (given.kind) {
    case 'price':
      return priceInWords(given.terms)
    case 'requirement':
      return '只是要求，没有价格'
    case 'no-rule':
      return '不是计分规则'
    default:
      return unreachable(given)
  }
}
