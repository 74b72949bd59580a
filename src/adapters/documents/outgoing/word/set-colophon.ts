import {
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { DocumentClosing } from '../../../../core/document/official-document.ts'
import { NO_BORDERS, rule } from './borders.ts'
import { setWords } from './set-words.ts'
import { styled, type Flow, type Setting } from './setting.ts'

/**
 * 版记: its last rule lies on the foot of the last page. Thick rules above and below (0.35 mm), a thin one between (0.25 mm).
 * LibreOffice sets a table of full width where it stands in the text, which is then right below the last line.
 */
export function setColophon({ copiesTo, printedBy }: DocumentClosing, { layout }: Setting): Flow[] {
  const parts: Paragraph[] = []
  if (copiesTo.length > 0) parts.push(copies(copiesTo))
  if (printedBy !== null) parts.push(printed(printedBy, layout.textWidth))
  if (parts.length === 0) return []
  const width = { size: layout.textWidth, type: WidthType.DXA }
  const table = new Table({
    width,
    columnWidths: [layout.textWidth],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, top: rule(8), bottom: rule(8), insideHorizontal: rule(6) },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.LEFT,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    rows: parts.map(
      (part) => new TableRow({ cantSplit: true, children: [new TableCell({ width, children: [part] })] }),
    ),
  })
  return [styled('Gap', ''), table, styled('Gap', '')]
}

/** 四号: one sign is 14 points. */
const SIGN = 280

/** One sign in on both sides; a second line begins under the first office, after 抄送：. */
function copies(copiesTo: readonly string[]): Paragraph {
  const listed = copiesTo.join('，').replace(/。$/u, '')
  return styled('Colophon', `抄送：${listed}。`, { indent: { left: 4 * SIGN, hanging: 3 * SIGN, right: SIGN } })
}

function printed({ office, date }: { office: string; date: string }, width: number): Paragraph {
  return new Paragraph({
    style: 'Colophon',
    indent: { left: SIGN, right: SIGN },
    tabStops: [{ type: TabStopType.RIGHT, position: width - SIGN }],
    children: [...setWords(office), new TextRun({ text: '\t' }), ...setWords(`${date}印发`)],
  })
}
