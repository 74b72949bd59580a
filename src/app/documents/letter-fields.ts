import type { PlainDate } from '../../core/kernel/plain-date.ts'

/** What only the office knows of a letter. What is null stays a place to write in: nothing is made up. */
export interface LetterFields {
  /** 发文机关标志: the red head. */
  readonly issuer: string | null
  /** 文号. */
  readonly number: string | null
  /** 签发人. */
  readonly signer: string | null
  /** 主送; null: whom the letter is about. */
  readonly addressees: string | null
  /** 署名: the seal goes over it. */
  readonly office: string | null
  /** 成文日期. */
  readonly date: PlainDate | null
  readonly contact: string | null
  readonly phone: string | null
  readonly copiesTo: readonly string[]
  /** 印发机关 and 印发日期. */
  readonly printedBy: string | null
  readonly printedOn: PlainDate | null
  /** 下一步工作要求, a paragraph a line: of the annual bulletin only. */
  readonly requirements: readonly string[]
}

export const NO_FIELDS: LetterFields = {
  issuer: null,
  number: null,
  signer: null,
  addressees: null,
  office: null,
  date: null,
  contact: null,
  phone: null,
  copiesTo: [],
  printedBy: null,
  printedOn: null,
  requirements: [],
}
