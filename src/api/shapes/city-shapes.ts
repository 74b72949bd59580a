import { Type } from '@sinclair/typebox'
import { listOf, orNull } from './acting-shapes.ts'
import { publishedCountsShape } from './closing-shapes.ts'
import { assessmentIdShape, centerIdShape, digestShape, tenantIdShape } from './id-shapes.ts'
import { countShape, dateShape, shape, signedPointsShape } from './plain-shapes.ts'

/** What a city reads of its districts: published results only. */
const noticeFields = {
  title: Type.String(),
  noticeNumber: orNull(Type.String()),
  periodFrom: orNull(dateShape),
  periodTo: orNull(dateShape),
}

const basisShape = { basis: digestShape }
const rankShape = Type.Integer({ description: '名次；相同的并列' })

const summaryShape = shape({
  assessmentId: assessmentIdShape,
  ...noticeFields,
  sealedOn: dateShape,
  publishedOn: dateShape,
  ...basisShape,
  centers: countShape,
  mean: signedPointsShape,
  most: signedPointsShape,
  least: signedPointsShape,
  rate: orNull(Type.Integer({ description: '有分值的各部分的得分率，以万分之一计；算不出时为 null' })),
  counts: publishedCountsShape,
  sealedDigest: digestShape,
})

const comparedShape = shape({
  ...basisShape,
  ...noticeFields,
  sections: listOf(shape({ label: Type.String(), title: Type.String(), maxPoints: orNull(signedPointsShape) })),
  districts: listOf(
    shape({
      district: tenantIdShape,
      assessmentId: assessmentIdShape,
      name: Type.String(),
      rank: rankShape,
      mean: signedPointsShape,
      sections: orNull(listOf(signedPointsShape)),
    }),
  ),
  centers: listOf(
    shape({
      district: tenantIdShape,
      assessmentId: assessmentIdShape,
      districtName: Type.String(),
      centerId: centerIdShape,
      name: Type.String(),
      rank: rankShape,
      score: signedPointsShape,
      code: Type.String({ description: '定稿时的核验码' }),
    }),
  ),
})

export const yearShape = Type.Integer({ minimum: 1900, maximum: 2999, description: '考核周期结束的年份' })

export const cityShape = shape({
  cityName: Type.String(),
  years: listOf(yearShape),
  year: orNull(yearShape),
  districts: listOf(
    shape({
      district: tenantIdShape,
      name: Type.String(),
      isSuspended: Type.Boolean(),
      published: listOf(summaryShape),
      unreadable: countShape,
    }),
  ),
  bases: listOf(comparedShape),
})
