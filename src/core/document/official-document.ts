/**
 * One model of a document, from which Word, Excel and PDF are made: whatever stands in one of them stands in all. A builder in
 * `app/documents` says what a document holds; a writer in `adapters/documents/outgoing` only sets it. Numbers stay numbers
 * (hundredths, counts, days) until they are set, and a figure that rests on others carries its formula, so that the workbook
 * recomputes what paper can only print.
 */
import type { DocumentBlock } from './document-block.ts'
import type { DocumentProof } from './document-proof.ts'
import type { DocumentTable } from './document-table.ts'

export interface OfficialDocument {
  readonly kind: DocumentKind
  /** Without its ending: 夏阳街道考核得分表（2021年）. Safe in a path: no slash, no control sign. */
  readonly fileName: string
  /** `letter`: a page after GB/T 9704-2012. `form`: a table to work with, on narrower margins. */
  readonly layout: 'letter' | 'form'
  readonly isLandscape: boolean
  /** The red head; null for what is not issued under a number. */
  readonly head: RedHead | null
  /** Its lines, as they are to be broken. */
  readonly title: readonly string[]
  readonly subtitle: string | null
  /** What stands under the title as 名称：值. */
  readonly facts: readonly DocumentFact[]
  readonly blocks: readonly DocumentBlock[]
  /** Who seals and when, what is attached, who gets it; null for a mere list. */
  readonly closing: DocumentClosing | null
  readonly proof: DocumentProof
  /** Tables that only a workbook shows, a sheet each: what its formulas compute from. */
  readonly workings: readonly DocumentTable[]
}

export type DocumentKind =
  | 'score-sheet'
  | 'ranking'
  | 'finding-notice'
  | 'rectification-notice'
  | 'appeal-decision'
  | 'bulletin'
  | 'finding-list'
  | 'interpretation-register'
  | 'ledger'
  | 'certainty'
  | 'next-year'
  | 'what-if'
  | 'sampling-plan'
  | 'evenness'
  | 'city-comparison'

/** 版头: 份号, 密级 and 签发人 only where given. */
export interface RedHead {
  /** 发文机关标志, with 文件 where the office writes it. */
  readonly issuer: string
  /** 青政务〔2021〕9号; null leaves room to write it in. */
  readonly number: string | null
  /** 签发人, on what goes upwards. */
  readonly signer: string | null
}

export interface DocumentFact {
  readonly name: string
  readonly value: string
}

export interface DocumentClosing {
  /** 附件说明, numbered where there are several. */
  readonly attachments: readonly string[]
  /** 发文机关署名: the seal goes over it. */
  readonly office: string | null
  /** 成文日期, 2021年10月25日; null leaves room to write it in. */
  readonly date: string | null
  /** Places to sign, each with its own line: 考核人, 被考核单位负责人. */
  readonly signatures: readonly string[]
  /** 附注: 联系人 and 电话, in brackets. */
  readonly note: string | null
  /** 版记. */
  readonly copiesTo: readonly string[]
  readonly printedBy: { readonly office: string; readonly date: string } | null
}
