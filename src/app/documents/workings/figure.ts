import type { Formula } from '../../../core/document/formula.ts'

/** A figure with what it follows from: both are made together, so that neither can say other than the other. */
export interface Figure {
  /** Signed hundredths, or a count. */
  readonly value: number
  readonly formula: Formula
}

export function constant(points: number): Figure {
  return { value: points, formula: { op: 'points', points } }
}

export function sum(...of: readonly Figure[]): Figure {
  return {
    value: of.reduce((all, { value }) => all + value, 0),
    formula: { op: 'sum', of: of.map(({ formula }) => formula) },
  }
}

export function minus({ value, formula }: Figure): Figure {
  return { value: 0 - value, formula: { op: 'minus', of: formula } }
}

export function highest(...of: readonly Figure[]): Figure {
  return {
    value: Math.max(...of.map(({ value }) => value)),
    formula: { op: 'highest', of: of.map(({ formula }) => formula) },
  }
}

/** How far it lies beyond the limit; nothing where it does not. */
export function beyond(one: Figure, limit: Figure): Figure {
  return highest(constant(0), sum(one, minus(limit)))
}

/** The figure that stands in a row of another table. */
export function standing(table: string, row: string, column: string, value: number): Figure {
  return { value, formula: { op: 'figure', table, row, column } }
}
