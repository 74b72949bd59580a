import type { ClickValue } from './tab-separated.ts'

/** Where a whole number is too large to be told exactly. */
export interface Inexact {
  readonly column: number
  readonly value: string
}

/** Reads rows of these types as the record store answers them; null where a type is none that it answers. */
export function readClickRow(
  types: readonly string[],
): ((row: readonly ClickValue[]) => readonly ClickValue[] | Inexact) | null {
  const kinds = types.map((type) => (WHOLE.test(bare(type)) ? 'whole' : PLAIN.test(bare(type)) ? 'plain' : 'other'))
  if (kinds.includes('other')) return null
  return (row) => {
    const values: ClickValue[] = []
    for (const [at, value] of row.entries()) {
      if (value === null || kinds[at] === 'plain') values.push(value)
      else {
        const number = Number(value)
        if (!Number.isSafeInteger(number)) return { column: at, value: String(value) }
        values.push(number)
      }
    }
    return values
  }
}

function bare(type: string): string {
  return /^Nullable\((?<inner>.*)\)$/u.exec(type)?.groups?.['inner'] ?? type
}

const WHOLE = /^U?Int(?:8|16|32|64)$/u
const PLAIN = /^(?:String|Date|DateTime(?:\('UTC'\))?|Nothing)$/u
