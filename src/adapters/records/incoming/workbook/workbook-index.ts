import { posix } from 'node:path'
import type { WorkbookParts } from './workbook-parts.ts'
import { xmlEvents } from './xml-events.ts'

export interface WorkbookIndex {
  /** As the tabs show them; hidden ones are left out: they hold the lists that cells are chosen from. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly sharedStrings: string | null
  readonly styles: string | null
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
}

/** What a workbook says it consists of. */
export async function readIndex(parts: WorkbookParts): Promise<WorkbookIndex> {
  const workbook = (await targetsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const targets = await targetsOf(parts, workbook)
  const partBy = (type: string) => targets.find((target) => target.type === type)?.part ?? null
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  const events = xmlEvents(
    parts,
    workbook,
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
  return { sheets, sharedStrings: partBy('sharedStrings'), styles: partBy('styles'), from1904 }
}

/** Bytes. */
const LONGEST_INDEX = 1 << 24

interface Target {
  readonly id: string
  /** The last word of the relationship's address, which two standards write differently. */
  readonly type: string
  readonly part: string
}

async function targetsOf(parts: WorkbookParts, part: string): Promise<readonly Target[]> {
  const folder = posix.dirname(part)
  const found: Target[] = []
  const events = xmlEvents(
    parts,
    posix.join(folder, '_rels', `${posix.basename(part)}.rels`),
    {
      open: (name, attributes) => {
        if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
        const target = (attributes['Target'] ?? '').replaceAll('\\', '/')
        found.push({
          id: attributes['Id'] ?? '',
          type: posix.basename(attributes['Type'] ?? ''),
          part: posix.join(target.startsWith('/') ? '' : folder, target).replace(/^\//u, ''),
        })
      },
    },
    LONGEST_INDEX,
  )
  for await (const _ of events);
  return found
}
