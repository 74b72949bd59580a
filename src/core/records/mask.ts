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
 * A value with most of it covered, and covered again the same. Said in SQL too, alike to the character: a name keeps its first
 * character; a number of eleven and more its first three and last four, of seven and more its last four, a shorter one
 * nothing; in free text so does every number of seven and more digits, with the X at the end of an identity number.
 */
export function masked(kind: PersonalKind, value: string): string {
  switch (kind) {
    case 'name':
      return value.replace(/^(.).*$/su, '$1**')
    case 'id-number':
    case 'phone':
      return maskedNumber(value)
    case 'address':
      return COVER
    case 'free-text':
      return TEXT_MASKS.reduce((text, { pattern, by }) => text.replaceAll(new RegExp(pattern, 'gu'), by), value)
  }
}

export const COVER = '****'

/** People type full-width digits too. */
const DIGIT = '[0-9０-９]'
const LAST_FOUR = `${DIGIT}{3}[0-9０-９XxＸｘ]`

/** What covers numbers in free text, one after the other. RE2 reads the patterns the same; `$1` stands for a group. */
export const TEXT_MASKS: readonly { readonly pattern: string; readonly by: string }[] = [
  // 138 0013 8000: only a mobile number is written in groups; a date with strokes is none.
  { pattern: `([1１]${DIGIT}{2})[- ]${DIGIT}{4}[- ](${DIGIT}{4})`, by: `$1${COVER}$2` },
  { pattern: `(${DIGIT}{3})${DIGIT}{4,}(${LAST_FOUR})`, by: `$1${COVER}$2` },
  { pattern: `${DIGIT}{3,6}(${LAST_FOUR})`, by: `${COVER}$1` },
]

/** What any text has that `TEXT_MASKS` change: four digits on end. */
export const MASKABLE_TEXT = `${DIGIT}{4}`

function maskedNumber(value: string): string {
  const characters = Array.from(value)
  const [first, last] = [characters.slice(0, 3).join(''), characters.slice(-4).join('')]
  if (characters.length >= 11) return `${first}${COVER}${last}`
  return characters.length >= 7 ? `${COVER}${last}` : COVER
}
