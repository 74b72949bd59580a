import { formatById, type CellFormat } from './cell-format.ts'
import type { PackageParts } from '../../../office-package/open-package.ts'
import { xmlEvents } from '../../../office-package/xml-events.ts'

/** The formats of a workbook, by the number that cells name them with. */
export async function readCellFormats(parts: PackageParts, part: string): Promise<readonly CellFormat[]> {
  const custom = new Map<number, string>()
  const ids: number[] = []
  let isOfCells = false
  const events = xmlEvents(
    parts,
    part,
    {
      open: (name, attributes) => {
        if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
        else if (name === 'cellXfs') isOfCells = true
        else if (name === 'xf' && isOfCells) ids.push(Number(attributes['numFmtId'] ?? '0'))
      },
      close: (name) => {
        if (name === 'cellXfs') isOfCells = false
      },
    },
    LONGEST_STYLES,
  )
  for await (const _ of events);
  return ids.map((id) => formatById(id, custom))
}

/** Bytes: workbooks that were copied together for years have very many styles. */
const LONGEST_STYLES = 1 << 26
