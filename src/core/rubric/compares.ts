import { compareRational, type Rational } from '../kernel/rational.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Comparison } from './condition.ts'

/** Exactly: 70 % is not below 70 %. */
export function compares(measured: Rational, op: Comparison, value: Rational): boolean {
  const order = compareRational(measured, value)
  switch (op) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '=':
      return order === 0
    default:
      return unreachable(op)
  }
}

/** The comparison as the office reads its boundary; null where it is as printed. */
export function withBoundary(op: Comparison, isInclusive: boolean | null): Comparison {
  if (isInclusive === null || op === '=') return op
  if (op === '<' || op === '<=') return isInclusive ? '<=' : '<'
  return isInclusive ? '>=' : '>'
}
