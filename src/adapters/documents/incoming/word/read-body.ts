import { attributeOf, type XmlAttributes } from '../../../office-package/xml-attributes.ts'
import type { XmlTaker } from '../../../office-package/xml-events.ts'
import type { DocumentLimits } from '../document-limits.ts'
import type { IncomingBlock } from '../incoming-block.ts'
import { haltIncoming } from '../incoming-halt.ts'
import { createFieldCodes, type FieldCodes } from './field-codes.ts'
import { openParagraph, type OpenParagraph, type ParagraphBook } from './open-paragraph.ts'
import { openTable, type OpenTable } from './open-table.ts'
import { shownEvents } from './shown-events.ts'
import { symbolText } from './symbol-text.ts'
import { unreadParts } from './unread-parts.ts'
import type { WordPassage } from './word-passage.ts'

export interface BodyReading {
  readonly taker: XmlTaker
  /** What stands at the top level and was read to its end since this was last asked for. */
  readonly take: () => readonly WordPassage[]
  /** What of all that was read is no text. */
  readonly unread: () => readonly IncomingBlock[]
  /** Whether there was a body at all. */
  readonly isDocument: () => boolean
}

/** Reads the text of a document as its XML comes. */
export function readBody(book: ParagraphBook, limits: DocumentLimits): BodyReading {
  const body = createFlow()
  /** The innermost last: a cell of a table, a text box of a paragraph. */
  const inner: Flow[] = []
  const unread = unreadParts()
  let reading: 'text' | 'instruction' | null = null
  let characters = 0
  let cells = 0
  let isDocument = false

  const flow = () => inner.at(-1) ?? body
  /** Where a cell's table is, while the cell is open. */
  const around = () => inner.at(-2) ?? body

  const show = (text: string) => {
    const { paragraph, fields } = flow()
    if (paragraph === null || !fields.isShown() || !paragraph.show(text)) return
    characters += text.length
    if (characters > limits.characters)
      haltIncoming({
        code: 'document-too-large',
        what: 'characters',
        limit: limits.characters,
      })
  }
  const openCell = () => {
    cells += 1
    if (cells > limits.cells)
      haltIncoming({
        code: 'document-too-large',
        what: 'cells',
        limit: limits.cells,
      })
    flow().table?.openCell()
    inner.push(createFlow())
  }
  const open = (name: string, attributes: XmlAttributes, parent: string) => {
    unread.open(name, attributes)
    switch (name) {
      case 'p':
        flow().paragraph ??= openParagraph(book)
        return
      case 'r':
        flow().paragraph?.openRun()
        return
      case 't':
        reading = 'text'
        return
      case 'instrText':
        reading = 'instruction'
        return
      case 'fldChar':
        flow().fields.mark(attributes)
        return
      case 'tbl':
        flow().table ??= openTable()
        return
      case 'tr':
        flow().table?.openRow()
        return
      case 'tc':
        openCell()
        return
      case 'txbxContent':
        inner.push(createFlow())
        return
    }
    if (parent === 'r') show(signOf(name, attributes))
    else if (parent === 'tcPr') around().table?.property(name, attributes, parent)
    else if (parent === 'trPr' || parent === 'tblGrid') flow().table?.property(name, attributes, parent)
    else flow().paragraph?.property(name, attributes, parent)
  }
  const text = (piece: string) => {
    if (reading === 'text') show(piece)
    else if (reading === 'instruction') flow().fields.instruct(piece)
  }
  const close = (name: string) => {
    switch (name) {
      case 'p':
        closeParagraph(flow())
        return
      case 'r':
        flow().paragraph?.closeRun()
        return
      case 't':
      case 'instrText':
        reading = null
        return
      case 'tbl': {
        const outer = flow()
        if (outer.table !== null) outer.passages.push(outer.table.close())
        outer.table = null
        return
      }
      case 'tr':
        flow().table?.closeRow()
        return
      case 'tc': {
        const passages = endFlow(inner.pop())
        flow().table?.closeCell(passages)
        return
      }
      case 'txbxContent': {
        const passages = endFlow(inner.pop())
        for (const passage of passages) flow().boxes.push(passage)
        return
      }
      case 'body':
        isDocument = true
        endFlow(body)
    }
  }
  return {
    taker: shownEvents({ open, text, close }),
    take: () => body.passages.splice(0),
    unread: unread.blocks,
    isDocument: () => isDocument,
  }
}

interface Flow {
  readonly passages: WordPassage[]
  readonly fields: FieldCodes
  paragraph: OpenParagraph | null
  table: OpenTable | null
  /** What the text boxes of the open paragraph hold: it is read behind it. */
  boxes: WordPassage[]
  /** Of a paragraph whose mark is gone: its text goes on with the next. */
  carried: string
}

function createFlow(): Flow {
  return {
    passages: [],
    fields: createFieldCodes(),
    paragraph: null,
    table: null,
    boxes: [],
    carried: '',
  }
}

function closeParagraph(flow: Flow): void {
  const closed = flow.paragraph?.close(flow.carried)
  flow.paragraph = null
  flow.carried = closed?.kind === 'goes-on' ? closed.text : ''
  if (closed?.kind === 'paragraph') flow.passages.push(closed)
  for (const passage of flow.boxes) flow.passages.push(passage)
  flow.boxes = []
}

function endFlow(flow: Flow | undefined): readonly WordPassage[] {
  if (flow === undefined) return []
  if (flow.carried !== '') flow.passages.push({ kind: 'paragraph', text: flow.carried, level: 0 })
  flow.carried = ''
  return flow.passages
}

/** What stands in a run and is no text of its own. */
function signOf(name: string, attributes: XmlAttributes): string {
  switch (name) {
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
      return attributeOf(attributes, 'type') === 'page' ? '' : '\n'
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '-'
    case 'sym':
      return symbolText(attributes)
    default:
      return ''
  }
}
