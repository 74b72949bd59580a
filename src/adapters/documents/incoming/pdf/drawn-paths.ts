import { getResolvedPDFJS } from 'unpdf'
import type { PdfPage } from './open-pdf.ts'
import { rulingsOfPath, type Painting } from './path-rulings.ts'
import type { RulingLine } from './ruling-line.ts'
import { mapBox, matrixOf, times, UNMOVED, type Box, type Matrix } from './matrix.ts'

export interface DrawnPaths {
  readonly rulings: readonly RulingLine[]
  readonly pictureShare: number
  readonly picturesShare: number
  readonly drawings: number
}

/** Walks over what a page draws, as far as lines and pictures are concerned. `seen` brings its points to those of the page as seen. */
export async function drawnPaths(page: PdfPage, seen: Matrix, width: number, height: number): Promise<DrawnPaths> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const paintings = new Map<unknown, Painting>([
    [OPS.stroke, 'stroke'],
    [OPS.closeStroke, 'stroke'],
    [OPS.fill, 'fill'],
    [OPS.eoFill, 'fill'],
    [OPS.fillStroke, 'both'],
    [OPS.eoFillStroke, 'both'],
    [OPS.closeFillStroke, 'both'],
    [OPS.closeEOFillStroke, 'both'],
  ])
  const { constructPath, beginText, shadingFill, paintFormXObjectBegin, save, restore } = OPS
  const endsFrame = new Set<unknown>([constructPath, beginText, shadingFill, paintFormXObjectBegin, save, restore])
  const rulings: RulingLine[] = []
  const kept: DrawingState[] = []
  let state: DrawingState = { matrix: seen, clip: [0, 0, width, height], stroke: '#000000', fill: '#000000' }
  let isClipping = false
  let largest = 0
  /** The frame that was opened last, while nothing was drawn into it: its picture was left out, as every one is. */
  let framed = 0
  let together = 0
  let drawings = 0

  const readPath = (args: readonly unknown[]) => {
    const data = (args[1] as readonly unknown[] | undefined)?.[0]
    const painting = paintings.get(args[0])
    if (isClipping) {
      const bounds = args[2] as ArrayLike<number> | undefined
      if (bounds && bounds.length >= 4)
        state = { ...state, clip: within(mapBox(boxOf(bounds), state.matrix), state.clip) }
      isClipping = false
    }
    if (painting === undefined || !(data instanceof Float32Array)) return
    drawings += 1
    const isHidden = (painting === 'stroke' ? state.stroke : state.fill) === PAPER
    if (isHidden || rulings.length > MOST_RULINGS) return
    for (const line of rulingsOfPath(data, state.matrix, painting)) {
      const shown = clipped(line, state.clip)
      if (shown) rulings.push(shown)
    }
  }

  for (const [index, operator] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as readonly unknown[]
    if (operator === OPS.save) kept.push(state)
    else if (operator === OPS.restore) {
      together += framed
      state = kept.pop() ?? state
    } else if (operator === OPS.transform) {
      state = { ...state, matrix: times(state.matrix, matrixOf(args) ?? UNMOVED) }
      const share = shareOf(state, width, height)
      largest = Math.max(largest, share)
      framed = share
    } else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(state)
      state = { ...state, matrix: times(state.matrix, matrixOf(args[0]) ?? UNMOVED) }
    } else if (operator === OPS.paintFormXObjectEnd) state = kept.pop() ?? state
    else if (operator === OPS.clip || operator === OPS.eoClip) isClipping = true
    else if (operator === OPS.setStrokeRGBColor) state = { ...state, stroke: colorOf(args) }
    else if (operator === OPS.setFillRGBColor) state = { ...state, fill: colorOf(args) }
    else if (operator === OPS.constructPath) readPath(args)
    if (endsFrame.has(operator)) framed = 0
  }
  return { rulings, pictureShare: largest, picturesShare: Math.min(1, together), drawings }
}

interface DrawingState {
  readonly matrix: Matrix
  readonly clip: Box
  readonly stroke: string
  readonly fill: string
}

const PAPER = '#ffffff'
/** No page of a notice draws more; a drawing that does has no tables. */
const MOST_RULINGS = 20_000

/** A picture is drawn into the unit square, so a square that is as large as a picture is the frame of one. */
function shareOf({ matrix, clip }: DrawingState, width: number, height: number): number {
  const [left, top, right, bottom] = within(mapBox([0, 0, 1, 1], matrix), clip)
  return (Math.max(0, right - left) * Math.max(0, bottom - top)) / (width * height)
}

function clipped(line: RulingLine, [left, top, right, bottom]: Box): RulingLine | null {
  const [low, high, least, most] = line.isAcross ? [left, right, top, bottom] : [top, bottom, left, right]
  if (line.at < least - 1 || line.at > most + 1) return null
  const from = Math.max(line.from, low)
  const to = Math.min(line.to, high)
  return to > from ? { ...line, from, to } : null
}

function within(box: Box, bounds: Box): Box {
  return [
    Math.max(box[0], bounds[0]),
    Math.max(box[1], bounds[1]),
    Math.min(box[2], bounds[2]),
    Math.min(box[3], bounds[3]),
  ]
}

function boxOf(bounds: ArrayLike<number>): Box {
  return [bounds[0] ?? 0, bounds[1] ?? 0, bounds[2] ?? 0, bounds[3] ?? 0]
}

function colorOf(args: readonly unknown[]): string {
  return typeof args[0] === 'string' ? args[0].toLowerCase() : ''
}
