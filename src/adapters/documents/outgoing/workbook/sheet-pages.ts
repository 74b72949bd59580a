import type ExcelJS from 'exceljs'
import type { OfficialDocument } from '../../../../core/document/official-document.ts'

const A4: unknown = 9

/** A4, as wide as the page, numbered with a dash on each side: odd pages right, even left. */
export function pageOptions(
  { layout, isLandscape }: Pick<OfficialDocument, 'layout' | 'isLandscape'>,
  titleRow: number | null,
): Partial<ExcelJS.AddWorksheetOptions> {
  const margins =
    layout === 'letter'
      ? { left: inch(28), right: inch(26), top: inch(37), bottom: inch(35), header: inch(15), footer: inch(25) }
      : { left: inch(20), right: inch(20), top: inch(18), bottom: inch(20), header: inch(8), footer: inch(10) }
  return {
    pageSetup: {
      paperSize: A4 as ExcelJS.PaperSize,
      orientation: isLandscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins,
      ...(titleRow === null ? {} : { printTitlesRow: `${titleRow}:${titleRow}` }),
    },
    headerFooter: { differentOddEven: true, oddFooter: '&R&14— &P —', evenFooter: '&L&14— &P —' },
  }
}

/** How wide the page's text is, in pixels at 96 to the inch. */
export function textPixels({ layout, isLandscape }: Pick<OfficialDocument, 'layout' | 'isLandscape'>): number {
  const margins = layout === 'letter' ? 28 + 26 : 40
  return Math.floor(inch((isLandscape ? 297 : 210) - margins) * 96)
}

function inch(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1000) / 1000
}
