import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, smallCase, type SmallCase } from '../../../test/fixtures/scoring-arbitrary.ts'
import { futuresOf } from '../../../test/fixtures/settled-futures.ts'
import {
  acceptedBy,
  answered,
  appealed,
  approved,
  asEvents,
  bonus,
  center,
  closed,
  corrected,
  decidedAmount,
  dismissed,
  enrolled,
  finding,
  lawfully,
  notified,
  opened,
  planned,
  proposed,
  rectified,
  reported,
  reversed,
  selfAssessed,
  served,
  submitted,
  substantiated,
  suspected,
  upheld,
} from '../../../test/fixtures/small-ledger.ts'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { detected, flagged, withdrawn } from '../../../test/fixtures/small-suspicions.ts'
import { id, type FindingId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import type { Proposal } from '../ledger/decide.ts'
import { replay } from '../ledger/evolve.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { blockersOf, readinessOf, type ReadinessMatter } from './readiness.ts'
import { READINESS_MESSAGES } from './readiness-messages.ts'
import { scoreState } from './score.ts'
import type { ScoreSheet } from './score-sheet.ts'
import { compilePlan } from './scoring-plan.ts'

/** Its questions answered, its period over and a self-assessment in: nothing is left but what a row adds. */
const start = [opened(), enrolled(), selfAssessed(), ...smallRubric.questions.map(answerTo)]
const told = [...start, reported(), notified()]
const charged = [...told, acceptedBy(), substantiated()]
const trained = [...start, reported(clauses.training), notified(), acceptedBy(), substantiated(clauses.training)]
const seen = [...start, detected(), notified(), acceptedBy(), substantiated()]
const window = plainDate('2021-06-15')

const rows: [given: string, ledger: readonly Proposal[], codes: readonly string[], today?: string][] = [
  ['nothing left', [...start, closed()], []],
  ['a period that runs', start, ['period-open']],
  ['a suspicion', [...start, suspected(), closed()], ['finding-undecided']],
  ['a report', [...start, reported(), closed()], ['finding-undecided']],
  ['days to reply', [...told, closed()], ['reply-open'], '2021-05-31'],
  ['no reply in time', [...told, closed()], ['finding-undecided'], '2021-06-01'],
  ['a reply', [...told, acceptedBy(), closed()], ['finding-undecided'], '2021-05-31'],
  ['a dismissal', [...told, dismissed(), closed()], []],
  ['an amount to decide', [...trained, closed()], ['amount-undecided']],
  ['an amount decided', [...trained, decidedAmount(), closed()], ['decision-not-served']],
  ['a decision not served', [...charged, closed()], ['decision-not-served']],
  ['days to appeal', [...charged, served(), closed()], ['appeal-window-open'], window],
  ['no appeal in time', [...charged, served(), closed()], [], '2021-06-16'],
  ['an appeal', [...charged, served(), appealed(), closed()], ['appeal-pending']],
  ['an appeal on an amount to decide', [...trained, appealed(), closed()], ['appeal-pending']],
  ['an appeal upheld', [...charged, served(), appealed(), upheld(), closed()], []],
  ['an appeal that reversed', [...charged, served(), appealed(), reversed(), closed()], []],
  ['a correction of what was served', [...charged, served(), corrected(), closed()], ['decision-not-served']],
  ['a suspicion withdrawn', [...start, detected(), notified(), planned(), withdrawn(), closed()], []],
  ['records that changed', [...seen, served(), flagged(), closed()], ['records-changed']],
  ['records that changed as the decision did', [...seen, served(), flagged({ occurrences: 1 }), closed()], []],
  ['records that changed of what was dismissed', [...start, detected(), dismissed(), flagged(), closed()], []],
  ['a bonus proposed', [...start, proposed(), closed()], ['bonus-undecided']],
  ['a bonus approved', [...start, proposed(), approved(), closed()], []],
  ['a rectification', [...charged, served(), planned(), submitted(), closed()], ['rectification-open']],
  ['a rectification accepted', [...charged, served(), planned(), submitted(), rectified(), closed()], []],
  [
    'no self-assessment',
    [...start.filter((one) => one.type !== 'SelfAssessmentSubmitted'), closed()],
    ['center-without-self-assessment'],
  ],
  [
    'a question that moves a score',
    [...charged.filter(isNotAbout('document/floor-missing')), ...twelve(), closed()],
    ['question-open'],
  ],
  [
    'a question that touches nobody',
    [...charged.filter(isNotAbout('1.2/once-or-per-occurrence')), served(), closed()],
    [],
  ],
]

test.each(rows)('%s', (_given, ledger, codes, today = '2022-01-04') => {
  const matters = readinessAt(smallRubric, asEvents(ledger), today)
  expect(matters.map(({ code }) => code)).toEqual(codes)
  expect(lawfully(...ledger).seq).toBe(ledger.length)
})

test('a matter says what it is about and what to do, and whether it stands against a seal', () => {
  const said = rows.flatMap(([, ledger, , today = '2022-01-04']) => readinessAt(smallRubric, asEvents(ledger), today))
  for (const { code, message, subject, ref, centerId, isBlocking } of said) {
    expect(message).toMatch(/^[^{}]*[一-鿿][^{}]*；[^{}]+$/u)
    if (subject === 'finding')
      expect([ref, centerId, message]).toEqual([finding, center, expect.stringMatching(/第\d+号问题“[^”]+”/)])
    if (subject === 'bonus') expect([ref, message]).toEqual([bonus, expect.stringMatching(/第\d+号加分申报“[^”]+”/)])
    expect(isBlocking).toBe(!['rectification-open', 'records-changed', 'center-without-self-assessment'].includes(code))
  }
  const unsettled = readinessOf({ ...given([...start, closed()]), sheets: [openSheet()] })
  expect(unsettled).toMatchObject([{ code: 'sheet-unsettled', ref: center }])
  const codes = new Set([...said, ...unsettled].map(({ code }) => code))
  expect(codes).toEqual(new Set(Object.keys(READINESS_MESSAGES)))
})

test('what stands against a seal is kept without its words', () => {
  const matters = readinessOf(given([...charged, served(), planned(), appealed(), closed()]))
  expect(blockersOf(matters)).toEqual([{ code: 'appeal-pending', ref: finding, centerId: center }])
})

test('where nothing stands against a seal, every sheet is settled', () => {
  let ready = 0
  fc.assert(
    fc.property(smallCase, fc.nat(), fc.boolean(), (small, draw, isDecided) => {
      const { rubric } = small
      const { facts, interpretations } = isDecided ? someFuture(small, draw) : small
      const events = eventsOf(facts)
      const state = served(replay(events), interpretations)
      const sheets = sheetsOf(rubric, state)
      const blockers = blockersOf(readinessOf({ rubric, state, sheets, today: plainDate('2022-03-01') }))
      if (blockers.length > 0) return
      ready += 1
      for (const { interval } of sheets) expect(interval[0]).toBe(interval[1])
    }),
    { numRuns: 500 },
  )
  expect(ready).toBeGreaterThan(50)

  /** With every decision served long ago, so that only what moves points is left open. */
  function served(state: ReturnType<typeof replay>, interpretations: SmallCase['interpretations']) {
    const appealBy = { lastDay: window, workingDays: 10, countedFrom: window, calendarVersion: '2021' }
    const findings = new Map([...state.findings].map(([findingId, one]) => [findingId, { ...one, appealBy }]))
    return { ...state, findings, answers: new Map(interpretations.map((answer) => [answer.questionId, answer])) }
  }
})

function someFuture(small: SmallCase, draw: number): Pick<SmallCase, 'facts' | 'interpretations'> {
  const { ledgers, answers } = futuresOf(small)
  const facts = ledgers[draw % ledgers.length] ?? small.facts
  return { facts, interpretations: answers[draw % answers.length] ?? small.interpretations }
}

function answerTo({ id, readings }: Rubric['questions'][number]): Proposal {
  return answered(id, { reading: readings[0]?.key ?? '' })
}

function isNotAbout(questionId: string): (proposal: Proposal) => boolean {
  return (proposal) => proposal.type !== 'QuestionAnswered' || proposal.questionId !== questionId
}

/** More losses than the section of 5 points holds. */
function twelve(): Proposal[] {
  const about = { findingId: id<FindingId>('F12'), occurrences: 12 }
  return [
    reported(clauses.dress, about),
    notified(about),
    acceptedBy(about),
    substantiated(clauses.dress, about),
    served(),
    served(about),
  ]
}

function given(ledger: readonly Proposal[]) {
  const state = replay(asEvents(ledger))
  return { rubric: smallRubric, state, sheets: sheetsOf(smallRubric, state), today: plainDate('2022-01-04') }
}

function readinessAt(rubric: Rubric, events: readonly LedgerEvent[], today: string): readonly ReadinessMatter[] {
  const state = replay(events)
  return readinessOf({ rubric, state, sheets: sheetsOf(rubric, state), today: plainDate(today) })
}

function sheetsOf(rubric: Rubric, state: ReturnType<typeof replay>): ScoreSheet[] {
  return scoreState(compilePlan(rubric, state.answers), state)
}

function openSheet(): ScoreSheet {
  const [sheet] = given([...start, closed()]).sheets
  if (sheet === undefined) throw new Error('no sheet')
  return { ...sheet, interval: [sheet.score - 100, sheet.score], isSettled: false }
}
