/** In pixels, from the upper left corner of the cells that the pictures stand in. */
export interface PicturePlace {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Size {
  readonly width: number
  readonly height: number
}

const PICTURE_GAP = 4

/** Side by side in rows of one height; one that is too wide is made smaller, none larger than it is. */
export function setSideBySide(sizes: readonly Size[], room: number, height: number): PicturePlace[] {
  const widest = Math.max(16, room - 2 * PICTURE_GAP)
  let [left, top] = [PICTURE_GAP, PICTURE_GAP]
  return sizes.map((size) => {
    const scale = Math.min(1, height / size.height, widest / size.width)
    const [wide, high] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))]
    if (left > PICTURE_GAP && left + wide + PICTURE_GAP > room) [left, top] = [PICTURE_GAP, top + height + PICTURE_GAP]
    const place = { left, top, width: wide, height: high }
    left += wide + PICTURE_GAP
    return place
  })
}

/** In points: what a row must have so that the pictures stand within it. */
export function picturesHeight(places: readonly PicturePlace[]): number {
  const end = Math.max(0, ...places.map(({ top, height }) => top + height))
  return (end + PICTURE_GAP) * 0.75
}

/** An offset beyond its column would be cut there, so it is told from the column that it falls into. */
export function columnAt(widths: readonly number[], from: number, left: number): { column: number; left: number } {
  let [column, rest] = [from, left]
  while (column < widths.length - 1 && rest >= (widths[column] ?? Infinity)) rest -= widths[column++] ?? 0
  return { column, left: rest }
}
