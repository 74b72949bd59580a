import type { BlurredArea } from '../../app/ports/image-publisher.ts'

/** Rows of red, green and blue bytes, from the top. */
export interface RawImage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/**
 * Puts a coarse wash in the area's place. It is made of at most `BLOCKS` x `BLOCKS` averages, each rounded to `SHADES` shades a
 * channel, and of nothing else: a face or a number plate cannot be told from them, by trying all of them either. The
 * averages run into each other, so that the area is seen to be blurred and not to be a part of the photo.
 */
export function blurArea(image: RawImage, area: BlurredArea): void {
  const box = boxOf(image, area)
  const columns = Math.min(BLOCKS, box.right - box.left)
  const rows = Math.min(BLOCKS, box.bottom - box.top)
  const grid = averages(image, box, columns, rows)
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) {
      const [across, down] = [
        between(x - box.left, box.right - box.left, columns),
        between(y - box.top, box.bottom - box.top, rows),
      ]
      for (let channel = 0; channel < 3; channel++) {
        const at = (column: number, row: number) => grid[(row * columns + column) * 3 + channel] ?? 0
        const upper = mix(at(across.low, down.low), at(across.high, down.low), across.share)
        const lower = mix(at(across.low, down.high), at(across.high, down.high), across.share)
        image.pixels[(y * image.width + x) * 3 + channel] = Math.round(mix(upper, lower, down.share))
      }
    }
}

const BLOCKS = 3
const SHADES = 8

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Rounded outwards: a pixel that the area touches belongs to it. */
function boxOf({ width, height }: RawImage, area: BlurredArea): Box {
  return {
    left: Math.floor((area.left * width) / 1000),
    top: Math.floor((area.top * height) / 1000),
    right: Math.ceil(((area.left + area.width) * width) / 1000),
    bottom: Math.ceil(((area.top + area.height) * height) / 1000),
  }
}

function averages({ width, pixels }: RawImage, box: Box, columns: number, rows: number): Float64Array {
  const sums = new Float64Array(columns * rows * 3)
  const counts = new Float64Array(columns * rows)
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) {
      const column = Math.floor(((x - box.left) * columns) / (box.right - box.left))
      const row = Math.floor(((y - box.top) * rows) / (box.bottom - box.top))
      const cell = row * columns + column
      counts[cell] = (counts[cell] ?? 0) + 1
      for (let channel = 0; channel < 3; channel++)
        sums[cell * 3 + channel] = (sums[cell * 3 + channel] ?? 0) + (pixels[(y * width + x) * 3 + channel] ?? 0)
    }
  return sums.map((sum, at) => shade(sum / (counts[Math.floor(at / 3)] ?? 1)))
}

function shade(average: number): number {
  const step = 256 / SHADES
  return Math.min(SHADES - 1, Math.floor(average / step)) * step + step / 2
}

/** Which two cells a place lies between, by their middles, and how far it is on the way to the second. */
function between(place: number, length: number, cells: number): { low: number; high: number; share: number } {
  const position = Math.min(cells - 1, Math.max(0, ((place + 0.5) * cells) / length - 0.5))
  const low = Math.floor(position)
  return { low, high: Math.min(cells - 1, low + 1), share: position - low }
}

function mix(one: number, other: number, share: number): number {
  return one + (other - one) * share
}
