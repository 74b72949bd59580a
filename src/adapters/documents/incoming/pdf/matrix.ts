/** a b c d e f of PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Of six numbers, as pdf.js gives it; null of anything else. */
export function matrixOf(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null
  const [a, b, c, d, e, f] = Array.from(value, Number)
  const isWhole = a !== undefined && b !== undefined && c !== undefined && d !== undefined
  return isWhole && e !== undefined && f !== undefined ? [a, b, c, d, e, f] : null
}

export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0]

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number]

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export function mapPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

export function mapBox([left, top, right, bottom]: Box, matrix: Matrix): Box {
  const corners = [
    mapPoint(matrix, left, top),
    mapPoint(matrix, right, top),
    mapPoint(matrix, left, bottom),
    mapPoint(matrix, right, bottom),
  ]
  const across = corners.map(([x]) => x)
  const down = corners.map(([, y]) => y)
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)]
}
