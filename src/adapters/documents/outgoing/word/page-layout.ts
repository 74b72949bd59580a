import type { OfficialDocument } from '../../../../core/document/official-document.ts'

/** Where a document stands on its pages. Lengths are twips (a twentieth of a point), sizes of type half points, as Word counts. */
export interface PageLayout {
  readonly isLetter: boolean
  readonly isLandscape: boolean
  readonly margin: Readonly<Record<'top' | 'right' | 'bottom' | 'left' | 'header' | 'footer' | 'gutter', number>>
  readonly textWidth: number
  readonly textHeight: number
  /** From one line of text to the next, and from one sign to the next. */
  readonly line: number
  readonly sign: number
  /** What a sign is set narrower than its size, so that as many stand in a line as the standard has. */
  readonly spacing: number
  readonly sizes: TypeSizes
}

export interface TypeSizes {
  readonly title: number
  readonly body: number
  readonly fact: number
  readonly table: number
  readonly note: number
  readonly pageNumber: number
}

/** GB/T 9704-2012: 22 lines of 28 signs on a text area of 156 by 225 mm. */
const LETTER_LINES = 22
const LETTER_SIGNS = 28

export const A4 = { width: 11_906, height: 16_838 }

export function pageLayout({ layout, isLandscape }: Pick<OfficialDocument, 'layout' | 'isLandscape'>): PageLayout {
  const isLetter = layout === 'letter'
  const edges = isLetter ? { top: 37, right: 26, bottom: 35, left: 28 } : { top: 20, right: 18, bottom: 20, left: 18 }
  const margin = {
    top: twips(edges.top),
    right: twips(edges.right),
    bottom: twips(edges.bottom),
    left: twips(edges.left),
    header: twips(15),
    // The dash beside the page number is 7 mm below the text area: its line is 18 points high.
    footer: isLetter ? twips(edges.bottom - 7) - 180 : twips(10),
    gutter: 0,
  }
  const [width, height] = isLandscape ? [A4.height, A4.width] : [A4.width, A4.height]
  const textWidth = width - margin.left - margin.right
  const textHeight = height - margin.top - margin.bottom
  const sizes = isLetter ? LETTER_SIZES : FORM_SIZES
  const sign = isLetter ? Math.floor((A4.width - twips(28) - twips(26)) / LETTER_SIGNS) : sizes.body * 10
  return {
    isLetter,
    isLandscape,
    margin,
    textWidth,
    textHeight,
    line: isLetter ? Math.floor((A4.height - twips(37) - twips(35)) / LETTER_LINES) : 440,
    sign,
    spacing: sign - sizes.body * 10,
    sizes,
  }
}

/** 二号, 三号, 四号, 小四 and 五号. */
const LETTER_SIZES: TypeSizes = { title: 44, body: 32, fact: 28, table: 24, note: 21, pageNumber: 28 }
/** 小二, 小四, 五号 and 小五: a table that is worked with. */
const FORM_SIZES: TypeSizes = { title: 36, body: 24, fact: 21, table: 21, note: 18, pageNumber: 21 }

export function twips(millimeters: number): number {
  return Math.round((millimeters * 1440) / 25.4)
}
