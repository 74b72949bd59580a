import { Type, type TProperties } from '@sinclair/typebox'
import type { DataSetName } from '../../core/records/data-set.ts'
import { orNull } from './acting-shapes.ts'
import { assessmentIdShape, digestShape, personIdShape } from './id-shapes.ts'
import { countShape, shape, timestampShape } from './plain-shapes.ts'

const jobIdShape = Type.String({
  pattern: '^[0-9A-Za-z_-]{8,64}$',
  minLength: 8,
  maxLength: 64,
  description: '任务的编号',
})

export const importParams = shape({ importId: jobIdShape })
export const runParams = shape({ assessmentId: assessmentIdShape, runId: jobIdShape })

/** What goes on, and what has ended without doing what it was for. */
const commonStandings = [
  standing('waiting', { ahead: countShape }),
  standing('running', {
    step: Type.String({ description: '在做哪一步；检测时为检测的名称' }),
    done: countShape,
    total: orNull(countShape),
    unit: Type.String({ description: 'rows 行、bytes 字节、detections 项' }),
    perSecond: orNull(countShape),
    remainingSeconds: orNull(countShape),
  }),
  ended('refused', { code: Type.String() }),
  ended('cancelled', {}),
  ended('interrupted', {}),
] as const

export const importReportShape = shape({
  importId: Type.String(),
  fileName: Type.String(),
  fileDigest: digestShape,
  profileId: Type.String(),
  dataSet: Type.Unsafe<DataSetName>(Type.String()),
  source: Type.String(),
  by: personIdShape,
  at: timestampShape,
  rows: countShape,
  added: countShape,
  corrected: countShape,
  unchanged: countShape,
  leftOut: countShape,
  months: Type.Array(Type.String()),
  calendarVersion: Type.String(),
})

export const importShape = shape({
  importId: Type.String(),
  by: personIdShape,
  at: timestampShape,
  fileName: Type.String(),
  profileId: Type.String(),
  dataSet: Type.String(),
  source: Type.String(),
  standing: Type.Union([
    ...commonStandings,
    ended('imported', { report: importReportShape }),
    ended('faulty', { rows: countShape, faulty: countShape }),
  ]),
})

const detectionReportShape = shape({
  name: Type.String(),
  hasRun: Type.Boolean(),
  rows: countShape,
  suspicions: countShape,
  raised: countShape,
  amended: countShape,
  withdrawn: countShape,
  flagged: countShape,
  unchanged: countShape,
  merged: countShape,
  late: countShape,
  elsewhere: countShape,
  unmeasured: countShape,
  isKept: Type.Optional(Type.Boolean({ description: '所依据的都没有变，沿用上次的结果，没有再读记录' })),
  message: orNull(Type.String()),
})

export const runShape = shape({
  runId: Type.String(),
  by: personIdShape,
  at: timestampShape,
  asOf: Type.String(),
  detections: orNull(Type.Array(Type.String())),
  standing: Type.Union([
    ...commonStandings,
    ended('ran', {
      report: shape({
        dataDigest: Type.String(),
        calendarVersion: orNull(Type.String()),
        detections: Type.Array(detectionReportShape),
      }),
    }),
  ]),
})

function standing<State extends string, Fields extends TProperties>(state: State, fields: Fields) {
  return shape({ state: Type.Literal(state), ...fields })
}

/** `message` says what came of it and what to do. */
function ended<State extends string, Fields extends TProperties>(state: State, fields: Fields) {
  return standing(state, { at: timestampShape, message: Type.String(), ...fields })
}
