/** What a number format makes of a number, as far as it changes what the number says. */
export type CellFormat =
  | { readonly kind: 'plain' }
  /** `000000`: as many digits at least. */
  | { readonly kind: 'padded'; readonly digits: number }
  | { readonly kind: 'date'; readonly hasDay: boolean; readonly hasTime: boolean }
  /** `[h]:mm`: hours that go on behind 24. */
  | { readonly kind: 'elapsed' }

export const PLAIN: CellFormat = { kind: 'plain' }

export function formatById(id: number, custom: ReadonlyMap<number, string>): CellFormat {
  const code = custom.get(id)
  if (code !== undefined) return formatByCode(code)
  return BUILT_IN.find(({ ids: [first, last] }) => id >= first && id <= last)?.format ?? PLAIN
}

const DAY = { kind: 'date', hasDay: true, hasTime: false } as const
const TIME = { kind: 'date', hasDay: false, hasTime: true } as const

/** ECMA-376 18.8.30, with the dates that Chinese editions have under numbers of their own. */
const BUILT_IN: readonly { readonly ids: readonly [number, number]; readonly format: CellFormat }[] = [
  { ids: [14, 17], format: DAY },
  { ids: [18, 21], format: TIME },
  { ids: [22, 22], format: { kind: 'date', hasDay: true, hasTime: true } },
  { ids: [27, 31], format: DAY },
  { ids: [32, 35], format: TIME },
  { ids: [36, 36], format: DAY },
  { ids: [45, 45], format: TIME },
  { ids: [46, 46], format: { kind: 'elapsed' } },
  { ids: [47, 47], format: TIME },
  { ids: [50, 54], format: DAY },
  { ids: [55, 56], format: TIME },
  { ids: [57, 58], format: DAY },
]

function formatByCode(code: string): CellFormat {
  const [first = ''] = code.split(';')
  if (/\[(?:h+|m+|s+)\]/iu.test(first)) return { kind: 'elapsed' }
  // What stands in quotes or brackets, or behind a backslash, is shown and stands for nothing.
  const letters = first
    .replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '')
    .replaceAll(/general|am\/pm|a\/p|e[+-]/giu, '')
    .toLowerCase()
  if (/^0{2,}$/u.test(letters)) return { kind: 'padded', digits: letters.length }
  const hasTime = /[hs]/u.test(letters)
  const hasDay = /[yde]/u.test(letters) || (/m/u.test(letters) && !hasTime)
  return hasTime || hasDay ? { kind: 'date', hasDay, hasTime } : PLAIN
}
