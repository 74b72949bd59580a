import { parsePoints } from '../../kernel/points.ts'
import type { Cap } from '../../rubric/clause.ts'
import type { CapScope } from '../../rubric/clause-terms.ts'
import type { Phrase } from '../phrases/phrase.ts'

export interface Limits {
  readonly cap: Cap | null
  readonly floor: 'item' | 'section' | null
}

/** Caps and floors that stand after a price. */
export function readLimits(tail: readonly Phrase[], text: string): Limits {
  let cap: Cap | null = null
  let floor: Limits['floor'] = null
  for (const phrase of tail) {
    const wording = text.slice(phrase.start, phrase.end)
    if (phrase.type === 'floor') floor = /大类|大项|各类/.test(wording) ? 'section' : 'item'
    else if (phrase.type === 'nocap') cap = { kind: 'none', phrase: wording }
    else if (phrase.type === 'cap') {
      const points = parsePoints(phrase.number.value)
      if (points !== null) cap = { kind: 'points', points, over: scopeOf(phrase.over, wording), phrase: wording }
    }
  }
  return { cap, floor }
}

function scopeOf(over: string, wording: string): CapScope {
  const period = /每?(月|季度|季|周)|当(月)/.exec(over)
  if (period) return { kind: 'period', word: period[1] ?? period[2] ?? '月' }
  const object = /每(人|户|件|次|项)|同一(人)/.exec(over)
  if (object) return { kind: 'object', word: object[1] ?? object[2] ?? '人' }
  if (/满/.test(wording) || /该项|本项|此项|合计|总/.test(over)) return { kind: 'item' }
  return { kind: 'clause' }
}
