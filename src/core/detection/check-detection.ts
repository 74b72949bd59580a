import { checkBreachClause } from '../ledger/check-clause.ts'
import type { Clause } from '../rubric/clause.ts'
import { antecedentsOf, needsMeasure } from '../rubric/clause-needs.ts'
import { findClause } from '../rubric/find-clause.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { detectionFault, type DetectionFault } from './detection-refusals.ts'
import type { Detection, Parameter } from './detection.ts'
import { BUILT_IN_PARAMETERS, MEASURE_PARAMETERS } from './parse-parameter.ts'
import { wordFaults } from './portable-words.ts'
import { selectOutline, type SelectOutline } from './select-outline.ts'
import { sqlTokens } from './sql-tokens.ts'

/**
 * Everything that keeps a detection from being adopted for a rubric: its clause, its parameters and questions, the tables and
 * columns of its queries, and whether they would run on every engine. Empty where nothing does.
 */
export function checkDetection(detection: Detection, rubric: Rubric): readonly DetectionFault[] {
  const clause = findClause(rubric, detection.clauseId)
  const main = readSelect(detection, detection.sql)
  const records = detection.recordsSql === null ? null : readSelect(detection, detection.recordsSql)
  const selects = records ? [main, records] : [main]
  return [
    ...clauseFaults(detection, clause, rubric),
    ...detection.parameters.flatMap((parameter) => questionFaults(parameter, rubric)),
    ...selects.flatMap(({ faults }) => faults),
    ...tableFaults(detection, selects),
    ...parameterFaults(detection, main, records),
    ...columnFaults(main, columnsOf(detection, clause)),
    ...(records ? columnFaults(records, ['record_ref']) : []),
  ]
}

interface ReadSelect extends SelectOutline {
  /** Where it begins in the file, from 1. */
  readonly firstLine: number
}

function readSelect({ text }: Detection, sql: string): ReadSelect {
  const firstLine = text.slice(0, text.lastIndexOf(sql)).split('\n').length
  const tokens = sqlTokens(sql)
  const outline = selectOutline(tokens, firstLine)
  return { ...outline, firstLine, faults: [...wordFaults(tokens, firstLine), ...outline.faults] }
}

function clauseFaults({ clauseId, unmet, shape, parameters }: Detection, clause: Clause | null, rubric: Rubric) {
  const unfit = checkBreachClause(rubric, clauseId)
  if (unfit !== null || !clause) return [detectionFault(null, 'clause-unfit', unfit?.message ?? '')]
  const faults: DetectionFault[] = []
  const requirements = antecedentsOf(clause)
  if (unmet === null && requirements.length > 0)
    faults.push(detectionFault(null, 'unmet-missing', clauseId, requirements.join('；')))
  if (unmet !== null && unmet >= requirements.length)
    faults.push(detectionFault(null, 'unmet-outside', clauseId, String(requirements.length)))
  if (shape.kind === 'rows') return faults
  const { judge } = shape
  if (judge.kind === 'clause' && !needsMeasure(clause))
    faults.push(detectionFault(null, 'judge-without-threshold', clauseId))
  if (judge.kind === 'clause') return faults
  if (needsMeasure(clause)) faults.push(detectionFault(null, 'judge-beside-threshold', clauseId))
  if (!parameters.some(({ name }) => name === judge.parameter))
    faults.push(detectionFault(null, 'judge-parameter-unknown', judge.parameter))
  return faults
}

function questionFaults({ name, value, question }: Parameter, rubric: Rubric): DetectionFault[] {
  if (question === null) return []
  const asked = rubric.questions.find(({ id }) => id === question.questionId)
  if (!asked) return [detectionFault(null, 'question-unknown', question.questionId)]
  const keys = asked.readings.map(({ key }) => key)
  const isSame =
    keys.length === Object.keys(question.byReading).length && keys.every((key) => key in question.byReading)
  if (!isSame) return [detectionFault(null, 'readings-differ', question.questionId, keys.join('、'))]
  return Object.values(question.byReading).includes(value) ? [] : [detectionFault(null, 'value-not-a-reading', name)]
}

/** Tables that every query may name without declaring them. */
const REFERENCE_TABLES = ['centers', 'days', 'months']

function tableFaults({ dataSets }: Detection, selects: readonly ReadSelect[]): DetectionFault[] {
  const used = new Set(selects.flatMap(({ tables }) => tables))
  const known = new Set<string>([...dataSets, ...REFERENCE_TABLES])
  return [
    ...[...used].filter((name) => !known.has(name)).map((name) => detectionFault(null, 'table-undeclared', name)),
    ...dataSets.filter((name) => !used.has(name)).map((name) => detectionFault(null, 'table-unused', name)),
  ]
}

function parameterFaults({ parameters, shape }: Detection, main: ReadSelect, records: ReadSelect | null) {
  const declared = parameters.map(({ name }) => name)
  const given: readonly string[] = [...declared, ...BUILT_IN_PARAMETERS]
  const undeclared = (select: ReadSelect, known: readonly string[]) =>
    select.parameters
      .filter(({ text }) => !known.includes(text))
      .map(({ text, line }) => detectionFault(select.firstLine - 1 + line, 'parameter-undeclared', text))
  const judged = shape.kind === 'measures' && shape.judge.kind === 'limit' ? [shape.judge.parameter] : []
  const used = [main, ...(records ? [records] : [])].flatMap((select) => select.parameters.map(({ text }) => text))
  return [
    ...undeclared(main, given),
    ...(records ? undeclared(records, [...given, ...MEASURE_PARAMETERS]) : []),
    ...declared
      .filter((name) => ![...used, ...judged].includes(name))
      .map((name) => detectionFault(null, 'parameter-unused', name)),
  ]
}

const ROW_COLUMNS = ['center_id', 'subject', 'occurred_on', 'occurrences', 'event_key', 'record_ref']
const MEASURE_COLUMNS = ['center_id', 'period', 'numerator', 'denominator']

/** A clause that is priced by a number needs it from every row. */
function columnsOf({ shape }: Detection, clause: Clause | null): readonly string[] {
  if (shape.kind === 'measures') return MEASURE_COLUMNS
  return clause && needsMeasure(clause) ? [...ROW_COLUMNS, 'measured'] : ROW_COLUMNS
}

function columnFaults({ columns, firstLine }: ReadSelect, expected: readonly string[]): DetectionFault[] {
  return columns.join() === expected.join()
    ? []
    : [detectionFault(firstLine, 'columns-wrong', columns.join('、'), expected.join('、'))]
}
