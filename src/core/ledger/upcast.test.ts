import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acceptedBy,
  answered,
  appealed,
  approved,
  asEvents,
  closed,
  contested,
  corrected,
  decidedAmount,
  enrolled,
  notified,
  opened,
  proposed,
  published,
  reopened,
  reported,
  sealed,
  selfAssessed,
  served,
  substantiated,
  suspected,
  termsSet,
  varied,
} from '../../../test/fixtures/small-ledger.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { amended, basis, detected, flagged, withdrawn } from '../../../test/fixtures/small-suspicions.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { rational } from '../kernel/rational.ts'
import { formatLedger, parseLedger } from './ledger-lines.ts'
import { upcastEvent } from './upcast.ts'

const events = asEvents([
  opened(),
  enrolled(),
  suspected(),
  reported(clauses.onlineRate, {
    measured: rational(71),
    evidence: [{ digest: 'a'.repeat(64), caption: '截图', claims: null }],
  }),
  reported(clauses.breakdown, { unmet: [0, 1] }),
  notified(),
  acceptedBy(),
  contested(),
  substantiated(),
  decidedAmount(),
  corrected(),
  appealed(),
  varied(),
  proposed(clauses.award, { level: '市' }),
  approved(null),
  closed(),
  termsSet(),
  answered(),
  served(),
  selfAssessed(),
  sealed({ forced: { blockers: [{ code: 'appeal-pending', ref: 'F1', centerId: null }], reason: '限期' } }),
  published(),
  reopened(),
  detected(),
  amended(),
  withdrawn(),
  withdrawn({ basis: null }),
  flagged(),
  enrolled({ place: { latitude: 31_140_000, longitude: 121_124_000 } }),
])

test('a ledger written as lines is read as it was', () => {
  expect(parseLedger(formatLedger(events))).toEqual({ ok: true, value: events })
  expect(parseLedger('')).toEqual({ ok: true, value: [] })
})

test('an event of version 0.1, which had one time and no claims, is recorded as it was done', () => {
  for (const event of events) {
    const { actedAt, ...written } = 'evidence' in event ? { ...event, evidence: event.evidence.map(unclaimed) } : event
    expect(upcastEvent(written, 1)).toEqual({ ok: true, value: { ...event, actedAt: event.recordedAt } })
    expect(actedAt).toBe(event.actedAt)
  }
})

test('a suspicion of version 0.2, which did not say what it rests on, is as one raised by hand', () => {
  const { basis: _basis, ...written } = { ...suspected(), seq: 3, basis: null }
  expect(upcastEvent(written, 3)).toEqual({ ok: true, value: { ...written, basis: null } })
})

test('whatever is taken as an event has a canonical text', () => {
  const odd = fc.constantFrom(
    null,
    -0,
    0.5,
    1,
    '',
    '\ud842',
    [],
    [{ digest: 'a'.repeat(64), caption: '\ud842', claims: null }],
    {},
  )
  const mutated = fc
    .tuple(fc.constantFrom(...events), fc.nat(), odd)
    .map(([event, at, value]) => ({ ...event, [Object.keys(event)[at % Object.keys(event).length] ?? '']: value }))
  fc.assert(
    fc.property(mutated, (written) => {
      const event = upcastEvent(written, 1)
      if (event.ok) expect(upcastEvent(JSON.parse(canonicalJson(event.value)), 1)).toEqual(event)
    }),
    { numRuns: 2_000 },
  )
})

const report = { ...reported(), seq: 7 }

describe('a line is refused with its number and its field', () => {
  test.each<[title: string, raw: unknown, code: string, says: string[]]>([
    ['a list', [], 'line-not-event', ['第 7 行']],
    ['a type that nobody knows', { ...report, type: 'FindingForgotten' }, 'type-unknown', ['FindingForgotten']],
    ['a type that every object has', { ...report, type: 'constructor' }, 'type-unknown', ['constructor']],
    ['no clause', { ...report, clauseId: undefined }, 'field-wrong', ['clauseId', '（空）']],
    ['a field left out', without(report, 'eventKey'), 'field-missing', ['eventKey', '或 null']],
    ['a count of nothing', { ...report, occurrences: 0 }, 'field-wrong', ['occurrences', '1以上的整数']],
    ['a day that does not exist', { ...report, occurredOn: '2021-02-29' }, 'field-wrong', ['occurredOn', '2021-02-29']],
    ['a time without its zone', { ...report, recordedAt: '2021-06-01T09:00:00Z' }, 'field-wrong', ['recordedAt']],
    ['a source of its own', { ...report, source: 'rumor' }, 'field-wrong', ['source', 'inspection']],
    [
      'a digest cut short',
      { ...report, evidence: [{ digest: 'abc', caption: '', claims: null }] },
      'field-wrong',
      ['evidence'],
    ],
    ['a rate out of nothing', { ...report, measured: { numerator: 1, denominator: 0 } }, 'field-wrong', ['measured']],
    ['points with a fraction', { ...decidedAmount(), seq: 7, points: 0.5 }, 'field-wrong', ['points', '0.5']],
    [
      'a deadline without a calendar',
      { ...notified(), seq: 7, replyBy: { lastDay: '2021-05-31' } },
      'field-wrong',
      ['replyBy'],
    ],
    [
      'a place beyond the pole',
      { ...enrolled(), seq: 7, place: { latitude: 90_000_001, longitude: 0 } },
      'field-wrong',
      ['place'],
    ],
    ['a place of nothing', { ...enrolled(), seq: 7, place: null }, 'field-wrong', ['place']],
    ['minus nought', { ...decidedAmount(), seq: 7, points: -0 }, 'field-wrong', ['points']],
    ['half a character', { ...report, description: '\ud842' }, 'field-wrong', ['description']],
    ['half a character in an id', { ...report, findingId: 'F\ud842' }, 'field-wrong', ['findingId']],
    [
      'evidence with a field of the future',
      { ...report, evidence: [{ digest: 'a'.repeat(64), caption: '', claims: null, size: 0.5 }] },
      'field-wrong',
      ['evidence'],
    ],
    ['a seal by a sheet without a digest', { ...sealed(), seq: 7, sheets: [{}] }, 'field-wrong', ['sheets']],
    [
      'a basis without its data',
      { ...withdrawn(), seq: 7, basis: { ...basis, dataDigest: '' } },
      'field-wrong',
      ['basis'],
    ],
    [
      'a parameter that is neither number nor text',
      { ...amended(), seq: 7, basis: { ...basis, parameters: { limit: 0.5 } } },
      'field-wrong',
      ['basis'],
    ],
    ['an amendment without its reason', without({ ...amended(), seq: 7 }, 'reason'), 'field-missing', ['reason']],
    ['a flag of less than nothing', { ...flagged(), seq: 7, occurrences: -1 }, 'field-wrong', ['occurrences']],
    ['a field of the future', { ...report, mood: 'bad' }, 'field-unknown', ['mood']],
  ])('%s', (_title, raw, code, says) => {
    const outcome = upcastEvent(raw, 7)
    expect(outcome).toMatchObject({ ok: false, refusal: { code } })
    if (!outcome.ok) for (const word of ['第 7 行', ...says]) expect(outcome.refusal.message).toContain(word)
  })
})

test.each([
  ['a line cut off', `${formatLedger(events)}{"type":"Find`, 'line-not-json', '第 30 行'],
  ['an event missing between', formatLedger(events.filter(({ seq }) => seq !== 3)), 'seq-gap', '第 3 行'],
  ['a wrong event among right ones', formatLedger(events).replace('"inspection"', '"rumor"'), 'field-wrong', '第 4 行'],
])('a file with %s is refused whole', (_title, text, code, says) => {
  const outcome = parseLedger(text)
  expect(outcome).toMatchObject({ ok: false, refusal: { code } })
  if (!outcome.ok) expect(outcome.refusal.message).toContain(says)
})

function without(event: object, field: string): object {
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== field))
}

function unclaimed({ digest, caption }: { readonly digest: string; readonly caption: string }): object {
  return { digest, caption }
}
