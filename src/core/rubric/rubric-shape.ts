import type { Amount } from './amount.ts'
import type { CapScope } from './clause-terms.ts'
import type { Condition } from './condition.ts'
import { QUESTION_CODES } from './question.ts'
import { parsePlainDate } from '../kernel/plain-date.ts'
import { shapeFault, type Kind, type Shape } from '../kernel/shape-fault.ts'

const TEXT: Kind = ['文字', (value) => typeof value === 'string']
const DATE: Kind = ['日期，如 2021-03-01', (value) => typeof value === 'string' && parsePlainDate(value) !== null]
const TEXT_OR_NULL: Kind = ['文字，或 null', (value) => value === null || TEXT[1](value)]
const WHOLE: Kind = ['整数', (value) => Number.isSafeInteger(value)]
const COUNT: Kind = ['不小于 0 的整数', (value) => WHOLE[1](value) && Number(value) >= 0]
const POINTS: Kind = ['以百分之一分计、不小于 0 的整数', (value) => COUNT[1](value)]
const POINTS_OR_NULL: Kind = [`${POINTS[0]}，或 null`, (value) => value === null || COUNT[1](value)]
const YES_NO: Kind = ['true 或 false', (value) => typeof value === 'boolean']
const RATIONAL: Shape = {
  fields: { numerator: WHOLE, denominator: ['大于 0 的整数', (value) => COUNT[1](value) && value !== 0] },
}
const SPAN: Shape = { fields: { start: COUNT, end: COUNT } }
const KIND: Shape = { fields: { kind: TEXT } }
const PHRASE = { phrase: TEXT }
const DIRECTIONS = ['deduct', 'bonus', 'earn', 'zero', 'veto'] as const
const COMPARED = { metric: TEXT, op: oneOf(['<', '<=', '>', '>=', '=']), value: RATIONAL, unit: TEXT }

const AMOUNTS: Readonly<Record<Amount['kind'], Readonly<Record<string, Shape>>>> = {
  fixed: { points: POINTS },
  range: { min: POINTS, max: POINTS },
  linear: { points: POINTS, step: RATIONAL, unit: TEXT, from: orNull(RATIONAL), side: oneOf(['above', 'below']) },
  tiers: { metric: TEXT_OR_NULL, unit: TEXT_OR_NULL, tiers: { listOf: tierShape() } },
  ordered: { levels: { listOf: TEXT }, points: { listOf: POINTS } },
  ratio: { points: POINTS },
  multiplied: { times: RATIONAL, of: TEXT_OR_NULL },
  full: {},
  unspecified: {},
}

const CONDITIONS: Readonly<Record<Condition['kind'], Readonly<Record<string, Shape>>>> = {
  threshold: COMPARED,
  'running-count': COMPARED,
  otherwise: { antecedents: { listOf: TEXT } },
  verified: PHRASE,
  approved: PHRASE,
  responsible: PHRASE,
  deadline: { limit: RATIONAL, unit: TEXT, workingDays: YES_NO, ...PHRASE },
  exempt: PHRASE,
  absent: { what: TEXT, over: TEXT },
  'found-by': PHRASE,
  severity: PHRASE,
  'cumulative-loss': { points: POINTS, ...PHRASE },
  'peer-standing': PHRASE,
}

const SCOPES: Readonly<Record<CapScope['kind'], Readonly<Record<string, Shape>>>> = {
  clause: {},
  item: {},
  section: {},
  period: { word: TEXT },
  object: { word: TEXT },
}

const CAPS: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  points: { points: POINTS, over: { byKind: SCOPES }, ...PHRASE },
  none: PHRASE,
}

const TERMS: Shape = {
  fields: {
    direction: oneOf(DIRECTIONS),
    amount: { byKind: AMOUNTS },
    per: { listOf: TEXT },
    perSpan: TEXT_OR_NULL,
    cap: orNull({ byKind: { points: { points: POINTS, over: { byKind: SCOPES } }, none: {} } }),
  },
}

const CORRECTION: Shape = {
  fields: {
    clauseId: TEXT,
    quote: TEXT,
    read: TERMS,
    given: { byKind: { price: { terms: TERMS }, requirement: {}, 'no-rule': {} } },
    reason: TEXT,
    correctedBy: TEXT,
    correctedOn: DATE,
  },
}

/** A file of corrections, as they stand in a rubric. */
export const CORRECTIONS_SHAPE: Shape = { listOf: CORRECTION }

const CLAUSE: Shape = {
  fields: {
    id: TEXT,
    direction: oneOf(DIRECTIONS),
    amount: { byKind: AMOUNTS },
    per: { listOf: TEXT },
    perSpan: TEXT_OR_NULL,
    discretionary: YES_NO,
    conditions: { listOf: { byKind: CONDITIONS } },
    scope: oneOf(['item', 'section', 'total']),
    cap: orNull({ byKind: CAPS }),
    floor: TEXT_OR_NULL,
    beyondCap: YES_NO,
    quote: TEXT,
    span: SPAN,
    standing: KIND,
    correction: orLeftOut(CORRECTION),
  },
}

const CRITERION: Shape = {
  fields: {
    id: TEXT,
    label: TEXT,
    text: TEXT,
    requirement: orNull({ fields: { text: TEXT, span: SPAN } }),
    maxPoints: POINTS_OR_NULL,
    span: SPAN,
    clauses: { listOf: CLAUSE },
  },
}

const QUESTION: Shape = {
  fields: {
    id: TEXT,
    code: oneOf(QUESTION_CODES),
    criterionId: TEXT_OR_NULL,
    clauseIds: { listOf: TEXT },
    sectionIds: { listOf: TEXT },
    readings: { listOf: { fields: { key: TEXT, label: TEXT, effect: KIND } } },
  },
}

/** What comparing a rubric relies on; ids and references are for `checkRubric`. */
export const RUBRIC_SHAPE: Shape = {
  fields: {
    id: TEXT,
    title: TEXT,
    sections: {
      listOf: {
        fields: {
          id: TEXT,
          label: TEXT,
          title: TEXT,
          maxPoints: POINTS_OR_NULL,
          span: SPAN,
          criteria: { listOf: CRITERION },
        },
      },
    },
    relations: {
      listOf: {
        byKind: {
          escalates: { clauseId: TEXT, base: TEXT, ...PHRASE },
          'charged-as': { clauseId: TEXT, from: TEXT, to: TEXT, chargedAs: TEXT, ...PHRASE },
          'highest-only': { clauseIds: { listOf: TEXT }, ...PHRASE },
          'no-double-charge': { clauseIds: { listOf: TEXT }, ...PHRASE },
          'same-event': { clauseIds: { listOf: TEXT }, ...PHRASE },
        },
      },
    },
    questions: { listOf: QUESTION },
    remarks: { listOf: { fields: { kind: TEXT, correction: orLeftOut(CORRECTION) } } },
    statedTotal: POINTS_OR_NULL,
    reader: orLeftOut(TEXT),
  },
}

function tierShape(): Shape {
  return {
    fields: {
      min: orNull(RATIONAL),
      minInclusive: YES_NO,
      max: orNull(RATIONAL),
      maxInclusive: YES_NO,
      points: [`${POINTS[0]}，或 "full"`, (value) => value === 'full' || COUNT[1](value)],
    },
  }
}

function oneOf(words: readonly string[]): Kind {
  return [`${words.join('、')} 之一`, (value) => typeof value === 'string' && words.includes(value)]
}

function orNull(shape: Shape): Shape {
  return [`所要求的内容，或 null`, (value) => value === null || shapeFault(value, shape, '') === null]
}

/** What only a corrected rubric has. */
function orLeftOut(shape: Shape): Shape {
  return [`所要求的内容`, (value) => value === undefined || shapeFault(value, shape, '') === null]
}
