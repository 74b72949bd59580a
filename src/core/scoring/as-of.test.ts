import { expect, test } from 'vitest'
import { asEvents, closed, enrolled, opened, reported, substantiated } from '../../../test/fixtures/small-ledger.ts'
import { id, type PersonId, type QuestionId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { timestamp } from '../kernel/timestamp.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import { answersAsOf, stateAsOf } from './as-of.ts'

const decided = plainDate('2021-07-05')
const ledger = asEvents([
  opened(),
  enrolled(),
  reported(undefined, { recordedAt: timestamp('2021-06-01T09:00:00+08:00') }),
  substantiated(undefined, { recordedAt: timestamp('2021-08-01T09:00:00+08:00'), occurredOn: decided }),
  closed(),
])

test.each<[asked: string, occurredBy: string, knownBy: string, standing: string | null, isClosed: boolean]>([
  ['before it was known', '2021-12-31', '2021-05-31', null, false],
  ['on the day it was known', '2021-12-31', '2021-06-01', 'reported', false],
  ['of a day before it happened', '2021-05-09', '2021-06-01', null, false],
  ['once decided, of the day alleged', '2021-05-10', '2021-08-01', null, false],
  ['once decided, of the day decided', '2021-07-05', '2021-08-01', 'substantiated', false],
  ['once closed', '2021-12-31', '2022-01-04', 'substantiated', true],
  ['once closed, of a day before the end', '2021-12-30', '2022-01-04', 'substantiated', false],
])('asked %s', (_asked, occurredBy, knownBy, standing, isClosed) => {
  const state = stateAsOf(ledger, { occurredBy: plainDate(occurredBy), knownBy: plainDate(knownBy) })
  expect([...state.findings.values()][0]?.standing ?? null).toBe(standing)
  expect(state.isClosed).toBe(isClosed)
})

const answer = (reading: string, decidedOn: string): Interpretation => ({
  questionId: id<QuestionId>('1.2/once-or-per-occurrence'),
  reading,
  points: null,
  decidedBy: id<PersonId>('assessor-1'),
  decidedOn: plainDate(decidedOn),
  reason: '',
})

test.each<[given: string, answers: Interpretation[], reading: string | undefined]>([
  ['none yet', [answer('once', '2021-07-02')], undefined],
  ['one of the day itself', [answer('once', '2021-07-01')], 'once'],
  ['two, the later one first', [answer('each', '2021-06-30'), answer('once', '2021-06-01')], 'each'],
  ['two of one day', [answer('each', '2021-06-30'), answer('once', '2021-06-30')], 'once'],
])('answers: given %s', (_given, answers, reading) => {
  expect([...answersAsOf(answers, plainDate('2021-07-01')).values()][0]?.reading).toBe(reading)
})
