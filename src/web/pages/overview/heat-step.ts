export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5

/** How much of the section's points is lost: none; up to 5, 10, 15, 20 per cent; more. */
export function heatStep(lost: number, maxPoints: number): HeatStep {
  if (lost <= 0 || maxPoints <= 0) return 0
  const found = BOUNDS.findIndex((bound) => lost * 100 <= bound * maxPoints)
  return (found === -1 ? 5 : found + 1) as HeatStep
}

const BOUNDS = [5, 10, 15, 20]
