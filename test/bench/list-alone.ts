import { writeWorkbook } from '../../src/adapters/documents/outgoing/workbook/write-workbook.ts'
import { findingList } from '../../src/app/documents/finding-list.ts'
import { manyFindings } from './many-findings.ts'
import { peakMegabytes, timed } from './measure.ts'

/** One list of findings as a workbook, in a process that has loaded nothing else: `list-alone.ts COUNT PATH`. */
const [count = '', path = ''] = process.argv.slice(2)
const document = findingList(await manyFindings(Number(count)))
const time = await timed(1, 0, async () => {
  const result = await writeWorkbook(document, path, () => Promise.resolve(null))
  if (!result.ok || result.rows[0]?.rows !== Number(count)) throw new Error(JSON.stringify(result))
})
process.stdout.write(JSON.stringify({ time, peakMegabytes: Math.round(peakMegabytes()) }))
