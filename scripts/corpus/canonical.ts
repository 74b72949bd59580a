import { parseDecimal, formatRational } from '../../src/core/kernel/rational.ts'
import type { CorpusEffect } from '../../src/core/notice/corpus-format.ts'

/** An effect as it is compared: the four scored fields in one spelling each. */
export interface Canonical {
  readonly direction: string
  readonly amount: string
  readonly per: readonly string[]
  readonly threshold: string
}

export function canonical(effect: CorpusEffect, itemPoints: string | null): Canonical {
  const { direction } = effect
  const threshold = thresholdText(effect)
  if (direction === 'zero' || direction === 'veto') return { direction, amount: 'full', per: [], threshold }
  const { amount, per, isSlope } = amountText(effect, itemPoints)
  return { direction, amount, per, threshold: isSlope ? 'none' : threshold }
}

function amountText(
  effect: CorpusEffect,
  itemPoints: string | null,
): { amount: string; per: string[]; isSlope?: true } {
  const amount: Readonly<Record<string, unknown>> = effect.amount
  const per = [...effect.per]
  switch (effect.amount.kind) {
    case 'fixed':
      return { amount: `fixed ${number(amount['points'])}`, per }
    case 'full':
      return { amount: itemPoints ? `fixed ${number(itemPoints)}` : 'full', per }
    case 'range':
      return { amount: `range ${number(amount['min'])} ${number(amount['max'])}`, per }
    case 'linear': {
      const unit = plainUnit(textOf(amount['unit']))
      if (number(amount['step']) === '1' && unit !== '%')
        return { amount: `fixed ${number(amount['points'])}`, per: [...per, unit], isSlope: true }
      const words = [
        number(amount['points']),
        number(amount['step']),
        unit,
        number(amount['from']),
        String(amount['side']),
      ]
      return { amount: `linear ${words.join(' ')}`, per, isSlope: true }
    }
    case 'tiers':
      return { amount: `tiers ${tiersText(amount['tiers'], itemPoints)}`, per }
    case 'ordered':
      return { amount: `ordered ${list(amount['points']).map(number).join(' ')}`, per }
    case 'ratio':
      return { amount: `ratio ${number(amount['points'])}`, per }
    default:
      return { amount: 'unspecified', per }
  }
}

interface Row {
  readonly min: string | null
  readonly minInclusive: boolean
  max: string | null
  maxInclusive: boolean
  readonly points: string | null
}

/** First-match lists leave the upper bound open: it is the lower bound of the band above. */
function tiersText(tiers: unknown, itemPoints: string | null): string {
  const rows = list(tiers).map((tier): Row => {
    const band = tier as Readonly<Record<string, unknown>>
    const min = number(band['min'])
    return {
      min,
      minInclusive: min !== null && band['minInclusive'] !== false,
      max: number(band['max']),
      maxInclusive: band['maxInclusive'] === true,
      points: band['points'] === 'full' && itemPoints ? number(itemPoints) : number(band['points']),
    }
  })
  rows.sort((a, b) =>
    a.min === null || b.min === null ? Number(b.min !== null) - Number(a.min !== null) : Number(b.min) - Number(a.min),
  )
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1]
    if (row.max !== null || !above || above.min === null) continue
    row.max = above.min
    row.maxInclusive = !above.minInclusive
  }
  return rows
    .map((row) =>
      [row.min, row.min !== null && row.minInclusive, row.max, row.max !== null && row.maxInclusive, row.points].join(
        ',',
      ),
    )
    .join(' ')
}

function thresholdText({ threshold }: CorpusEffect): string {
  if (!threshold) return 'none'
  const isHalfDay = threshold.unit === '半天'
  const value = isHalfDay ? String(Number(threshold.value) / 2) : threshold.value
  const unit = isHalfDay ? '天' : plainUnit(threshold.unit ?? '')
  const op = threshold.op === '=' && unit === '%' && number(value) === '100' ? '>=' : threshold.op
  return `${op} ${number(value)} ${unit}`
}

export function plainUnit(unit: string): string {
  const plain = unit.normalize('NFKC').trim()
  if (['%', '个百分点', '百分点', '一个百分点'].includes(plain)) return '%'
  return plain.length > 1 && plain.startsWith('个') ? plain.slice(1) : plain
}

function number(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = textOf(value).normalize('NFKC')
  const parsed = parseDecimal(text)
  return parsed === null ? text : formatRational(parsed)
}

/** Labels hold numbers as text; a bare number is taken as printed. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? value.toString() : ''
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
