import type { UnitPrice } from './price-facts.ts'

/** 扣1分: the notice has decided; nobody else does. */
export function fixedPrice(points: number): UnitPrice {
  return { now: points, low: points, high: points, isBounded: true }
}
