import type { PackageParts } from '../open-package.ts'
import { LONGEST_INDEX, partRelations } from '../part-relations.ts'
import { xmlEvents } from '../xml-events.ts'

export interface WorkbookIndex {
  /** The part that says all this; nothing is known where the file has none. */
  readonly part: string
  /** As the tabs show them; hidden ones are left out: they hold the lists that cells are chosen from. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly sharedStrings: string | null
  readonly styles: string | null
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
}

/** What a workbook says it consists of. */
export async function readIndex(parts: PackageParts): Promise<WorkbookIndex> {
  const part = (await partRelations(parts, '')).find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const targets = await partRelations(parts, part)
  const partBy = (type: string) => targets.find((one) => one.type === type)?.part ?? null
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  const events = xmlEvents(
    parts,
    part,
    {
      open: (name, attributes) => {
        if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
        if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
        const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/u.test(key))?.[1]
        const target = targets.find((one) => one.id === id && one.type === 'worksheet')
        if (target !== undefined) sheets.push({ name: attributes['name'] ?? '', part: target.part })
      },
    },
    LONGEST_INDEX,
  )
  for await (const _ of events);
  return { part, sheets, sharedStrings: partBy('sharedStrings'), styles: partBy('styles'), from1904 }
}
