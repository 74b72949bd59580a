import { dayInWords } from '../../core/document/day-in-words.ts'
import type { DocumentBlock } from '../../core/document/document-block.ts'
import type { DocumentProof, StatedCount } from '../../core/document/document-proof.ts'
import type { DocumentClosing, DocumentKind, OfficialDocument } from '../../core/document/official-document.ts'
import type { LetterFields } from './letter-fields.ts'
import { safeName } from './safe-name.ts'

/** What one letter says; the frame round it is the same for all. */
export interface LetterText {
  readonly kind: DocumentKind
  readonly fileName: string
  readonly title: readonly string[]
  /** Under the title, beside the number. */
  readonly subtitle?: string | null
  readonly blocks: readonly DocumentBlock[]
  readonly attachments: readonly string[]
  readonly proof: Omit<DocumentProof, 'counts'>
}

/**
 * A letter after GB/T 9704: red head and number where the office gave them, date, contact and seal where it left them blank as
 * places to write in.
 */
export function letterOf(fields: LetterFields, said: LetterText): OfficialDocument {
  const { kind, title, subtitle = null, blocks, attachments, proof } = said
  const { issuer, number, signer } = fields
  const plainNumber = issuer === null ? (number ?? NUMBER_TO_WRITE) : null
  const under = [plainNumber, subtitle].filter((one) => one !== null)
  return {
    kind,
    fileName: safeName(said.fileName),
    layout: 'letter',
    isLandscape: false,
    head: issuer === null ? null : { issuer, number, signer },
    title,
    subtitle: under.length === 0 ? null : under.join('　'),
    facts: [],
    blocks,
    closing: closingOf(fields, attachments),
    proof: { ...proof, counts: countsIn(blocks) },
    workings: [],
  }
}

const NUMBER_TO_WRITE = '〔　　　　〕　　号'
const OFFICE_TO_WRITE = '〔发文机关署名〕'
const DAY_TO_WRITE = '　　　　年　　月　　日'
const NAME_TO_WRITE = '　　　　　　'

function closingOf(fields: LetterFields, attachments: readonly string[]): DocumentClosing {
  const { office, date, contact, phone, copiesTo, printedBy, printedOn } = fields
  const hasImprint = copiesTo.length > 0 || printedBy !== null || printedOn !== null
  return {
    attachments,
    office: office ?? OFFICE_TO_WRITE,
    date: dayOrRoom(date),
    signatures: [],
    note: `联系人：${contact ?? NAME_TO_WRITE}　电话：${phone ?? NAME_TO_WRITE}`,
    copiesTo,
    printedBy: hasImprint ? { office: printedBy ?? NAME_TO_WRITE, date: dayOrRoom(printedOn) } : null,
  }
}

function dayOrRoom(day: LetterFields['date']): string {
  return day === null ? DAY_TO_WRITE : dayInWords(day)
}

/** What the tables hold, so that no form of the letter can leave a row out unseen. */
function countsIn(blocks: readonly DocumentBlock[]): StatedCount[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' && typeof block.table.rows !== 'function'
      ? [{ table: block.table.id, rows: block.table.rows.length }]
      : [],
  )
}
