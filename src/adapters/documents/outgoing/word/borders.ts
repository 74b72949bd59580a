import { BorderStyle, type IBorderOptions, type ITableBordersOptions } from 'docx'

/** A rule by its weight in eighths of a point. */
export function rule(size: number, color = '000000'): IBorderOptions {
  return { style: BorderStyle.SINGLE, size, color, space: 0 }
}

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export const NO_BORDERS: ITableBordersOptions = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}

/** 1.5 points above and below and a full grid. */
export const OFFICIAL_BORDERS: ITableBordersOptions = {
  top: rule(12),
  bottom: rule(12),
  left: rule(4),
  right: rule(4),
  insideHorizontal: rule(4),
  insideVertical: rule(4),
}

export const LIST_BORDERS: ITableBordersOptions = {
  ...NO_BORDERS,
  top: rule(8),
  bottom: rule(8),
  insideHorizontal: rule(2, 'A6A6A6'),
}
