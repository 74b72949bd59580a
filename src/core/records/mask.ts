import type { PersonalKind } from './data-set.ts'
import type { Privacy } from './import-profile.ts'

/** What becomes of personal data unless a profile says otherwise: as little as people need to tell two cases apart. */
export const USUAL_PRIVACY: Readonly<Record<PersonalKind, Privacy>> = {
  name: 'mask',
  'id-number': 'mask',
  phone: 'mask',
  address: 'drop',
  'free-text': 'mask',
}

/**
 * A value with its middle covered. Said in SQL too, character by character alike: names keep their first character, numbers
 * of seven and more their first three and last four; shorter ones keep nothing; in free text every number of seven or more
 * digits is covered so, with an X at its end where an identity number has one.
 */
export function masked(kind: PersonalKind, value: string): string {
  switch (kind) {
    case 'name':
      return value.replace(/^(.).*$/su, '$1**')
    case 'id-number':
    case 'phone':
      return maskedNumber(value)
    case 'address':
      return '***'
    case 'free-text':
      return value.replaceAll(LONG_NUMBER, '$1****$2')
  }
}

/** RE2 reads them the same. */
export const LONG_NUMBER_PATTERN = '([0-9]{3})[0-9]*([0-9]{3}[0-9Xx])'
export const MASKABLE_PATTERN = '(?s)^(.{3}).*(.{4})$'
const LONG_NUMBER = new RegExp(LONG_NUMBER_PATTERN, 'gu')

function maskedNumber(value: string): string {
  const covered = value.replace(/^(.{3}).*(.{4})$/su, '$1****$2')
  return covered === value ? '****' : covered
}
