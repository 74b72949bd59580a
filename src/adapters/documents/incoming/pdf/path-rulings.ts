import { mapPoint, type Matrix } from './matrix.ts'
import { SAME_LINE, type RulingLine } from './ruling-line.ts'

export type Painting = 'stroke' | 'fill' | 'both'

/**
 * The straight lines of a path: what is stroked from one point to the next, and boxes that are filled and so thin that they are
 * seen as lines. A box that is filled and not thin is a ground, not a rule.
 */
export function rulingsOfPath(path: Float32Array, matrix: Matrix, painting: Painting): RulingLine[] {
  const lines: RulingLine[] = []
  for (const corners of outlines(path, matrix)) {
    const thin = painting === 'stroke' ? null : thinBox(corners)
    if (thin) lines.push(...thin)
    else if (painting !== 'fill') lines.push(...sides(corners))
  }
  return lines
}

type Point = readonly [number, number]

const MOVE = 0
const LINE = 1
const CURVE = 2
const CURVE_QUADRATIC = 3
const CLOSE = 4

/** Each stretch that is drawn without lifting; a curve is only where it ends, and parts what is straight. */
function outlines(path: Float32Array, matrix: Matrix): Point[][] {
  const found: Point[][] = []
  let open: Point[] = []
  let start: Point | null = null
  const end = () => {
    if (open.length > 1) found.push(open)
    open = []
  }
  for (let at = 0; at < path.length;) {
    const step = path[at]
    const pointAt = (offset: number) => mapPoint(matrix, path[at + offset] ?? 0, path[at + offset + 1] ?? 0)
    if (step === MOVE) {
      end()
      start = pointAt(1)
      open = [start]
      at += 3
    } else if (step === LINE) {
      open.push(pointAt(1))
      at += 3
    } else if (step === CURVE || step === CURVE_QUADRATIC) {
      const length = step === CURVE ? 7 : 5
      const stop = pointAt(length - 2)
      end()
      open = [stop]
      at += length
    } else if (step === CLOSE) {
      if (start) open.push(start)
      end()
      if (start) open = [start]
      at += 1
    } else break
  }
  end()
  return found
}

function sides(corners: readonly Point[]): RulingLine[] {
  return corners.flatMap((point, index) => {
    const next = corners[index + 1]
    return next ? straight(point, next) : []
  })
}

/** Drawn by hand or scaled, a line may lean a little. */
const LEAN = 1

function straight([x, y]: Point, [otherX, otherY]: Point): RulingLine[] {
  const wide = Math.abs(otherX - x)
  const high = Math.abs(otherY - y)
  if (wide < LEAN && high < LEAN) return []
  if (high <= LEAN)
    return [{ isAcross: true, at: (y + otherY) / 2, from: Math.min(x, otherX), to: Math.max(x, otherX) }]
  if (wide <= LEAN)
    return [{ isAcross: false, at: (x + otherX) / 2, from: Math.min(y, otherY), to: Math.max(y, otherY) }]
  return []
}

/** A dot belongs to a dotted line, and which way that runs only its neighbours show. */
function thinBox(corners: readonly Point[]): RulingLine[] | null {
  const across = corners.map(([x]) => x)
  const down = corners.map(([, y]) => y)
  const [left, right] = [Math.min(...across), Math.max(...across)]
  const [top, bottom] = [Math.min(...down), Math.max(...down)]
  const wide = right - left
  const high = bottom - top
  if (Math.min(wide, high) > SAME_LINE) return null
  const lines: RulingLine[] = []
  if (high <= SAME_LINE) lines.push({ isAcross: true, at: (top + bottom) / 2, from: left, to: right })
  if (wide <= SAME_LINE) lines.push({ isAcross: false, at: (left + right) / 2, from: top, to: bottom })
  return lines
}
