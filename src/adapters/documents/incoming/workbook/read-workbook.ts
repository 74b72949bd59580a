/**
 * An Excel workbook as blocks: what each sheet shows, in order, every piece with the name of its sheet and cell. Numbers are
 * written as the sheet shows them. Hidden sheets, rows and columns are left out, and so is what lies under merged cells.
 */
import type { PackageParts } from '../../../office-package/open-package.ts'
import { readSharedStrings } from '../../../office-package/workbook/shared-strings.ts'
import { readIndex } from '../../../office-package/workbook/workbook-index.ts'
import { DOCUMENT_LIMITS, type DocumentLimits } from '../document-limits.ts'
import type { IncomingBlock } from '../incoming-block.ts'
import type { IncomingRead } from '../incoming-fault.ts'
import { haltIncoming, unlessHalted } from '../incoming-halt.ts'
import { openOfficeFile } from '../open-office-file.ts'
import { readNumberFormats } from './number-formats.ts'
import { sheetBlocks } from './sheet-blocks.ts'
import { readSheetCells, type SheetBook } from './sheet-cells.ts'
import { sheetGrid } from './sheet-grid.ts'

export function readWorkbook(
  bytes: Uint8Array,
  limits: DocumentLimits = DOCUMENT_LIMITS,
): Promise<IncomingRead<readonly IncomingBlock[]>> {
  return unlessHalted(async () => {
    const parts = await openOfficeFile(bytes, limits)
    const index = await readIndex(parts)
    if (!parts.has(index.part)) parts.damaged(index.part, '不在文件里')
    const book: SheetBook = {
      strings: await stringsOf(parts, index.sharedStrings, limits),
      formats: index.styles === null ? [] : await readNumberFormats(parts, index.styles),
      from1904: index.from1904,
    }
    const blocks: IncomingBlock[] = []
    for (const { name, part } of index.sheets) {
      if (!parts.has(part)) parts.damaged(part, '不在文件里')
      const sheet = await readSheetCells(parts, part, book, limits)
      const grid = sheetGrid(sheet, limits.cells)
      if (grid === 'overlapping') return parts.damaged(part, '合并的单元格互相重叠')
      if (grid === 'too-large') return haltIncoming({ code: 'document-too-large', what: 'cells', limit: limits.cells })
      for (const block of sheetBlocks(name, grid, sheet.isHiddenRow)) blocks.push(block)
    }
    return blocks.length === 0 ? haltIncoming({ code: 'document-empty' }) : blocks
  })
}

async function stringsOf(
  parts: PackageParts,
  part: string | null,
  { characters }: DocumentLimits,
): Promise<readonly string[]> {
  if (part === null) return []
  const strings = await readSharedStrings(parts, part, characters)
  return strings ?? haltIncoming({ code: 'document-too-large', what: 'characters', limit: characters })
}
