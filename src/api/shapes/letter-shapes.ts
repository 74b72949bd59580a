import { Type } from '@sinclair/typebox'
import { findingParams } from './acting-shapes.ts'
import { documentAnswer, documentRefusals, formQuery } from './document-shapes.ts'
import { dateShape, lineShape, shape } from './plain-shapes.ts'

const given = Type.Optional(lineShape)
const lines = (description: string) =>
  Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1000,
      pattern: '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f]+$',
      description,
    }),
  )

/** What only the office knows of a letter: what is left out stays a place to write in. */
const letterQuery = {
  ...formQuery,
  issuer: given,
  number: given,
  signer: given,
  addressees: given,
  office: given,
  date: Type.Optional(dateShape),
  contact: given,
  phone: given,
  copiesTo: lines('抄送机关，一行一个'),
  printedBy: given,
  printedOn: Type.Optional(dateShape),
}

export const bulletinQuery = { ...letterQuery, requirements: lines('下一步工作要求，一行一段') }

export const letterRefusals = ['assessment-unknown', 'assessment-busy', ...documentRefusals] as const

/** What all letters about one finding have in common; each has its own address, words and refusals. */
export const letterAboutFinding = {
  method: 'GET',
  tag: '文件',
  access: 'finding.read',
  center: 'case',
  isLogged: true,
  params: findingParams,
  query: shape(letterQuery),
  ...documentAnswer,
} as const
