import { parseId, type ClauseId } from '../kernel/identifiers.ts'
import type { DataSetName } from '../records/data-set.ts'
import { DATA_SETS, findDataSet } from '../records/data-sets.ts'
import type { Comparison } from '../rubric/condition.ts'
import { readHeader, RECORDS_LINE, type HeaderEntry, type HeaderKey } from './detection-header.ts'
import { detectionFault, type DetectionFault } from './detection-refusals.ts'
import type { Detection, Parameter, Shape } from './detection.ts'
import { BUILT_IN_PARAMETERS, MEASURE_PARAMETERS, parseParameter } from './parse-parameter.ts'

export type DetectionRead =
  | { readonly ok: true; readonly detection: Detection }
  | { readonly ok: false; readonly faults: readonly DetectionFault[] }

/**
 * A detection's file: a header of `--` lines, one SELECT, and for a measure optionally a line `-- 明细` and a second SELECT.
 * All that is wrong with its form is said at once; whether it fits a rubric and can be run anywhere, `check-detection.ts` says.
 */
export function parseDetection(name: string, text: string): DetectionRead {
  const faults: DetectionFault[] = []
  const note = <Value>(value: Value | DetectionFault): Value | null => {
    if (!isFault(value)) return value
    faults.push(value)
    return null
  }
  if (!/^[a-z][a-z0-9-]{0,59}$/u.test(name)) faults.push(detectionFault(null, 'name-wrong', name))
  const header = readHeader(text)
  faults.push(...header.faults)
  const entry = (key: HeaderKey) => header.entries.find((one) => one.key === key)
  for (const key of ['条款', '名称', '说明', '数据', '形式'] as const)
    if (!entry(key)) faults.push(detectionFault(null, 'key-missing', key))
  const clauseId = note(clauseOf(entry('条款')))
  const unmet = note(unmetOf(entry('要求')))
  const shape = note(shapeOf(entry('形式'), entry('判断')))
  const dataSets = dataSetsOf(entry('数据'), faults)
  const parameters = parametersOf(header.entries, faults)
  const [sql = '', recordsSql, ...more] = text.slice(header.end).split(RECORDS_SEPARATOR)
  if (sql.trim() === '' || recordsSql?.trim() === '') faults.push(detectionFault(null, 'sql-missing'))
  if (more.length > 0) faults.push(detectionFault(null, 'records-sql-repeated'))
  if (recordsSql !== undefined && shape?.kind === 'rows') faults.push(detectionFault(null, 'records-sql-unexpected'))
  if (faults.length > 0 || clauseId === null || shape === null) return { ok: false, faults }
  return {
    ok: true,
    detection: {
      name,
      clauseId,
      unmet,
      title: entry('名称')?.value ?? '',
      shows: entry('说明')?.value ?? '',
      dataSets,
      parameters,
      shape,
      sql: sql.trim(),
      recordsSql: recordsSql?.trim() ?? null,
      text,
    },
  }
}

const RECORDS_SEPARATOR = new RegExp(`^--\\s*${RECORDS_LINE}[ \\t]*\\r?$`, 'mu')

function isFault(value: unknown): value is DetectionFault {
  return typeof value === 'object' && value !== null && 'message' in value
}

/** `null` where the header says none: that it must is said elsewhere. */
function clauseOf(entry: HeaderEntry | undefined): ClauseId | DetectionFault | null {
  if (!entry) return null
  const clauseId = /^\d/u.test(entry.value) ? parseId<ClauseId>(entry.value) : null
  return clauseId ?? detectionFault(entry.line, 'clause-id-wrong', entry.value)
}

function unmetOf(entry: HeaderEntry | undefined): number | DetectionFault | null {
  if (!entry) return null
  return /^\d$/u.test(entry.value) ? Number(entry.value) : detectionFault(entry.line, 'unmet-wrong', entry.value)
}

function shapeOf(shape: HeaderEntry | undefined, judge: HeaderEntry | undefined): Shape | DetectionFault | null {
  if (!shape) return null
  if (shape.value === '逐条') return judge ? detectionFault(judge.line, 'judge-unexpected') : { kind: 'rows' }
  if (shape.value !== '比率') return detectionFault(shape.line, 'shape-unknown', shape.value)
  if (!judge) return detectionFault(null, 'key-missing', '判断')
  if (judge.value === '条款') return { kind: 'measures', judge: { kind: 'clause' } }
  const limit = /^(<=|>=|<|>|=)\s*([a-z][a-z0-9_]*)\s+(\S+)$/u.exec(judge.value)
  if (!limit) return detectionFault(judge.line, 'judge-wrong', judge.value)
  const [, op = '', parameter = '', unit = ''] = limit
  return { kind: 'measures', judge: { kind: 'limit', op: op as Comparison, parameter, unit } }
}

function dataSetsOf(entry: HeaderEntry | undefined, faults: DetectionFault[]): readonly DataSetName[] {
  const known = DATA_SETS.map(({ name }) => name).join('、')
  const names = entry ? entry.value.split(/[、，,\s]+/u).filter((name) => name !== '') : []
  return names.flatMap((name) => {
    const set = findDataSet(name)
    if (!set) faults.push(detectionFault(entry?.line ?? null, 'data-set-unknown', name, known))
    return set ? [set.name] : []
  })
}

function parametersOf(entries: readonly HeaderEntry[], faults: DetectionFault[]): readonly Parameter[] {
  const parameters: Parameter[] = []
  for (const { key, value, line } of entries) {
    if (key !== '参数' || value === '') continue
    const parameter = parseParameter(value)
    if (!parameter) faults.push(detectionFault(line, 'parameter-wrong', value))
    else if (GIVEN.has(parameter.name)) faults.push(detectionFault(line, 'parameter-built-in', parameter.name))
    else if (parameters.some(({ name }) => name === parameter.name))
      faults.push(detectionFault(line, 'parameter-repeated', parameter.name))
    else parameters.push(parameter)
  }
  return parameters
}

const GIVEN = new Set<string>([...BUILT_IN_PARAMETERS, ...MEASURE_PARAMETERS])
