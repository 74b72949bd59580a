import type { PackageParts } from '../../../office-package/open-package.ts'
import { xmlEvents } from '../../../office-package/xml-events.ts'

/** The code of the number format of each style of cells, by the number that cells name it with: `0.00%`. */
export async function readNumberFormats(parts: PackageParts, part: string): Promise<readonly string[]> {
  const custom = new Map<number, string>()
  const ids: number[] = []
  let isOfCells = false
  const taker = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') isOfCells = true
      else if (name === 'xf' && isOfCells) ids.push(Number(attributes['numFmtId'] ?? '0'))
    },
    close: (name: string) => {
      if (name === 'cellXfs') isOfCells = false
    },
  }
  for await (const _ of xmlEvents(parts, part, taker));
  return ids.map((id) => custom.get(id) ?? BUILT_IN[id] ?? GENERAL)
}

export const GENERAL = 'General'

const YEAR_MONTH = 'yyyy"年"m"月"'
const MONTH_DAY = 'm"月"d"日"'
const WHOLE_DAY = 'yyyy"年"m"月"d"日"'

/** ECMA-376 18.8.30, as Chinese editions show them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: YEAR_MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm-d-yy',
  31: WHOLE_DAY,
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: YEAR_MONTH,
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  50: YEAR_MONTH,
  51: MONTH_DAY,
  52: YEAR_MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: YEAR_MONTH,
  58: MONTH_DAY,
}
