import ExcelJS from 'exceljs'

export async function opened(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return book
}

/** What stands in each cell that has a formula. */
export function formulasOf(book: ExcelJS.Workbook): Map<string, ExcelJS.CellValue | undefined> {
  const formulas = new Map<string, ExcelJS.CellValue | undefined>()
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) formulas.set(`${sheet.name}!${cell.address}`, cell.result)
      }),
    )
  return formulas
}

/** Cells whose figures are not equal to the hundredth; no figure, as an error gives, equals nothing. */
export function differing(
  stood: ReadonlyMap<string, unknown>,
  computed: ReadonlyMap<string, unknown>,
): { cell: string; stood: unknown; computed: unknown }[] {
  const cells = new Set([...stood.keys(), ...computed.keys()])
  return [...cells].flatMap((cell) => {
    const [a, b] = [stood.get(cell), computed.get(cell)]
    const isEqual = typeof a === 'number' && typeof b === 'number' && Math.round(a * 100) === Math.round(b * 100)
    return isEqual ? [] : [{ cell, stood: a, computed: b }]
  })
}
