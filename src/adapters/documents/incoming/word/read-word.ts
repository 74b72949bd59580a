/**
 * A Word document as blocks: what Word shows of it, in the order of reading, with the numbers that Word only generates
 * written out. Deleted and hidden text, notes, comments, headers and footers are left out; macros are never looked at. It is
 * read as it is inflated, in time linear in its length. `read-body.ts` walks over the text; `list-numbers.ts` counts.
 */
import type { PackageParts } from '../../../office-package/open-package.ts'
import { partRelations } from '../../../office-package/part-relations.ts'
import { xmlEvents } from '../../../office-package/xml-events.ts'
import { DOCUMENT_LIMITS, type DocumentLimits } from '../document-limits.ts'
import type { IncomingBlock } from '../incoming-block.ts'
import type { IncomingRead } from '../incoming-fault.ts'
import { haltIncoming, unlessHalted } from '../incoming-halt.ts'
import { openOfficeFile } from '../open-office-file.ts'
import { countLists } from './list-numbers.ts'
import type { ParagraphBook } from './open-paragraph.ts'
import { createPlaces } from './place-passages.ts'
import { readBody } from './read-body.ts'
import { readNumbering } from './word-numbering.ts'
import { readStyles } from './word-styles.ts'

export function readWord(
  bytes: Uint8Array,
  limits: DocumentLimits = DOCUMENT_LIMITS,
): Promise<IncomingRead<readonly IncomingBlock[]>> {
  return unlessHalted(async () => {
    const parts = await openOfficeFile(bytes, limits)
    const main = await mainPart(parts)
    const body = readBody(await readBook(parts, main), limits)
    const place = createPlaces()
    const blocks: IncomingBlock[] = []
    const take = () => {
      for (const passage of body.take()) for (const block of place(passage)) blocks.push(block)
    }
    for await (const _ of xmlEvents(parts, main, body.taker)) take()
    take()
    if (!body.isDocument()) parts.damaged(main, '里没有正文')
    return blocks.length === 0 ? haltIncoming({ code: 'document-empty' }) : [...blocks, ...body.unread()]
  })
}

const USUAL_MAIN = 'word/document.xml'

/** The part that the file calls its document; where it names none that is there, the one of the usual name. */
async function mainPart(parts: PackageParts): Promise<string> {
  const named = (await partRelations(parts, '')).find(({ type }) => type === 'officeDocument')?.part
  const main = [named, USUAL_MAIN].find((part) => part !== undefined && parts.has(part))
  return main ?? parts.damaged(named ?? USUAL_MAIN, '不在文件里')
}

/** Styles and lists that are not there are done without: numbers that only they make cannot be written out then. */
async function readBook(parts: PackageParts, main: string): Promise<ParagraphBook> {
  const relations = await partRelations(parts, main)
  const partBy = (type: string) => relations.find((one) => one.type === type)?.part ?? null
  const styles = await readStyles(parts, partBy('styles'))
  const numIdOfStyle = (style: string) => styles.chain(style).find(({ numId }) => numId !== null)?.numId ?? null
  const lists = await readNumbering(parts, partBy('numbering'), numIdOfStyle)
  return { styles, lists, numberFor: countLists(lists) }
}
