import { HeightRule, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { DocumentFact } from '../../../../core/document/official-document.ts'
import { NO_BORDERS } from './borders.ts'
import { styled, type Setting } from './setting.ts'
import { emsOf } from './text-width.ts'

/** 名称：值, two beside each other; what is too long for half a line has a line of its own. */
export function setFacts(facts: readonly DocumentFact[], { layout }: Setting): Table {
  const half = Math.floor(layout.textWidth / 2)
  const roomInHalf = half / (layout.sizes.fact * 10) - 1
  const rows: (readonly string[])[] = []
  let waiting: string | null = null
  for (const { name, value } of facts) {
    const text = `${name}：${value}`
    const isLong = emsOf(text) > roomInHalf
    if (waiting !== null && !isLong) rows.push([waiting, text])
    else rows.push(...(waiting === null ? [] : [[waiting]]), ...(isLong ? [[text]] : []))
    waiting = waiting === null && !isLong ? text : null
  }
  if (waiting !== null) rows.push([waiting])
  return new Table({
    width: { size: 2 * half, type: WidthType.DXA },
    columnWidths: [half, half],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 60 },
    rows: rows.map(
      (texts) =>
        new TableRow({
          cantSplit: true,
          height: { value: 0, rule: HeightRule.AUTO },
          children: texts.map(
            (text) =>
              new TableCell({
                width: { size: texts.length === 1 ? 2 * half : half, type: WidthType.DXA },
                columnSpan: texts.length === 1 ? 2 : 1,
                children: [styled('Fact', text, { keepNext: true })],
              }),
          ),
        }),
    ),
  })
}
