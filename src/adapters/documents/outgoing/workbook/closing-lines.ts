import type { DocumentClosing } from '../../../../core/document/official-document.ts'
import { halves, type SheetGrid } from './sheet-grid.ts'
import type { SheetLine } from './sheet-line.ts'
import { gap, sideBySide, textLines } from './text-lines.ts'

/** 附件说明, 署名, 成文日期, places to sign, 附注 and 版记, in the order of the page. */
export function closingLines(closing: DocumentClosing, grid: SheetGrid): SheetLine[] {
  const [left, right] = halves(grid)
  const attachments = closing.attachments.flatMap((text, i) => {
    const number = closing.attachments.length > 1 ? `${i + 1}．` : ''
    return textLines(`${i === 0 ? '附件：' : '　　　'}${number}${text}`, grid, { indent: 2 })
  })
  const signed = [closing.office, closing.date ?? (closing.office === null ? null : '　　　　年　　月　　日')]
  const signatures: SheetLine[] = []
  for (let i = 0; i < closing.signatures.length; i += 2) {
    const pair = closing.signatures.slice(i, i + 2).map((name) => `${name}：＿＿＿＿＿＿＿＿`)
    signatures.push({ ...sideBySide(pair, [left, right], grid), height: 34 })
  }
  const copies =
    closing.copiesTo.length === 0 ? [] : textLines(`抄送：${closing.copiesTo.join('，')}。`, grid, { lines: 'below' })
  const printed = closing.printedBy
  return [
    gap(6),
    ...attachments,
    ...signed.flatMap((text) => (text === null ? [] : textLines(text, grid, { align: 'right', indent: 3 }))),
    ...signatures,
    ...(closing.note === null ? [] : textLines(`（${closing.note}）`, grid, { indent: 2 })),
    ...copies,
    ...(printed ? [sideBySide([printed.office, `${printed.date}印发`], [left, right], grid)] : []),
  ]
}
