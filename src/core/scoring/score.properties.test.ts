import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, smallCase, type SmallCase } from '../../../test/fixtures/scoring-arbitrary.ts'
import { futuresOf } from '../../../test/fixtures/settled-futures.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { id, type FindingId, type PersonId } from '../kernel/identifiers.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { dayOf, timestamp } from '../kernel/timestamp.ts'
import { replay } from '../ledger/evolve.ts'
import { interpretationsIn } from '../ledger/interpretations-in.ts'
import type { LedgerEvent, LedgerFact } from '../ledger/ledger-event.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import { answersAsOf } from './as-of.ts'
import { explainSection } from './explain-section.ts'
import { score, scoreState } from './score.ts'
import { settledTotal } from './score-center.ts'
import type { ScoreSheet } from './score-sheet.ts'
import { compilePlan } from './scoring-plan.ts'

const clocks = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2021-12-31') }
const numRuns = process.env['NIGHTLY'] ? 5000 : 300

test('a section is where it starts, its lines and its adjustments; the total is the sections and the vetoes', () => {
  fc.assert(
    fc.property(smallCase, (small) => {
      const plan = compilePlan(small.rubric, answersAsOf(small.interpretations, clocks.knownBy))
      const { sections, score: total } = sheetOf(small, eventsOf(small.facts))
      sections.forEach((section, at) => expect(explainSection(section).start).toBe(plan.sections[at]?.start))
      const vetoes = sections.flatMap(({ lines }) => lines.filter(({ outcome }) => outcome.kind === 'vetoed'))
      const parts = [...sections.map((section) => section.score), ...vetoes.map(({ effect }) => effect)]
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
    }),
    { numRuns },
  )
})

test('a settled total is the score of the sheet, without the sheet', () => {
  fc.assert(
    fc.property(smallCase, (small) => {
      const { rubric, interpretations, facts } = small
      const plan = compilePlan(rubric, answersAsOf(interpretations, clocks.knownBy))
      const { findings, bonuses, isClosed } = replay(eventsOf(facts))
      for (const sheet of score(rubric, interpretations, eventsOf(facts), clocks)) {
        const { centerId, centerName } = sheet
        const own = <Case extends { readonly centerId: string }>(all: Iterable<Case>) =>
          [...all].filter((one) => one.centerId === centerId)
        const [found, applied] = [own(findings.values()), own(bonuses.values())]
        expect(settledTotal(plan, { centerId, centerName, findings: found, bonuses: applied, isClosed })).toBe(
          sheet.score,
        )
      }
    }),
    { numRuns },
  )
})

test('the order of findings changes no score', () => {
  fc.assert(
    fc.property(smallCase, fc.infiniteStream(fc.nat()), (small, draws) => {
      const [opened, enrolled, ...rest] = small.facts
      const blocks = new Map<string, LedgerFact[]>()
      for (const fact of rest) {
        const key = 'findingId' in fact ? fact.findingId : 'bonusId' in fact ? fact.bonusId : fact.type
        blocks.set(key, [...(blocks.get(key) ?? []), fact])
      }
      const shuffled = [...blocks.values()].map((block) => ({ block, at: draws.next().value }))
      shuffled.sort((one, other) => Number(one.at) - Number(other.at))
      const facts = [opened, enrolled, ...shuffled.flatMap(({ block }) => block)].filter((fact) => fact !== undefined)
      const [one, other] = [sheetOf(small, eventsOf(small.facts)), sheetOf(small, eventsOf(facts))]
      expect([other.score, other.interval, bySubject(other)]).toEqual([one.score, one.interval, bySubject(one)])
    }),
    { numRuns },
  )
})

test('what nobody has decided moves no score', () => {
  fc.assert(
    fc.property(smallCase, (small) => {
      const subjectOf = (fact: LedgerFact) =>
        'findingId' in fact ? fact.findingId : 'bonusId' in fact ? fact.bonusId : null
      const decided = new Set(small.facts.filter(({ type }) => DECISIONS.has(type)).map(subjectOf))
      const facts = small.facts.filter((fact) => subjectOf(fact) === null || decided.has(subjectOf(fact)))
      expect(sheetOf(small, eventsOf(small.facts)).score).toBe(sheetOf(small, eventsOf(facts)).score)
    }),
    { numRuns: numRuns * 2 },
  )
})

const DECISIONS: ReadonlySet<LedgerFact['type']> = new Set([
  'FindingSubstantiated',
  'FindingDismissed',
  'BonusApproved',
  'BonusRejected',
])

test('a suspicion withdrawn is as if it had never been raised, but for its line', () => {
  fc.assert(
    fc.property(smallCase, (small) => {
      const isOpen = ({ findingId }: { readonly findingId: FindingId }) =>
        small.facts.every(
          (one) => !('findingId' in one) || one.findingId !== findingId || one.type === 'SuspicionRaised',
        )
      const open = small.facts.filter((one) => one.type === 'SuspicionRaised').filter(isOpen)
      const withdrawn = open.map(({ findingId }): LedgerFact => ({
        type: 'SuspicionWithdrawn',
        findingId,
        reason: '',
        basis: null,
      }))
      const never = small.facts.filter(
        (one) => !('findingId' in one && open.some(({ findingId }) => findingId === one.findingId)),
      )
      const [one, other] = [sheetOf(small, eventsOf([...small.facts, ...withdrawn])), sheetOf(small, eventsOf(never))]
      expect([one.score, one.interval, one.open]).toEqual([other.score, other.interval, other.open])
      const lines = one.sections.flatMap((section) =>
        section.lines.filter(({ outcome }) => outcome.kind === 'withdrawn'),
      )
      expect(lines.map(({ effect, because }) => [effect, because.length])).toEqual(open.map(() => [0, 2]))
    }),
    { numRuns },
  )
})

test('what is known later, or happens later, changes no sheet of an earlier day', () => {
  fc.assert(
    fc.property(smallCase, fc.nat(), (small, draw) => {
      const { ledgers, answers } = futuresOf(small)
      const future = ledgers[draw % ledgers.length] ?? []
      const known = eventsOf(small.facts)
      const later = eventsOf(future, '2022-01-01T00:00:00+08:00').slice(known.length)
      const happening = eventsOf([laterFinding(small)]).map((event) => ({ ...event, seq: 999 }))
      const answered = (answers[draw % answers.length] ?? []).slice(small.interpretations.length)
      const laterAnswers = answered.map((answer) => ({ ...answer, decidedOn: plainDate('2022-01-01') }))
      const interpretations = [...small.interpretations, ...laterAnswers]
      const before = sheetOf(small, known)
      const text = canonicalJson(before)
      expect(canonicalJson(sheetOf({ ...small, interpretations }, [...known, ...later]))).toBe(text)
      expect(canonicalJson(sheetOf(small, [...known, ...happening]))).toBe(text)
    }),
    { numRuns },
  )
})

test('a sheet of any past day stays the same to the byte, whatever comes after it, and is that of the folded ledger', () => {
  fc.assert(
    fc.property(smallCase, fc.array(fc.nat(3), { minLength: 20, maxLength: 20 }), fc.nat(12), (small, steps, drawn) => {
      const answers = small.interpretations.map((answer): LedgerFact => ({ type: 'QuestionAnswered', ...answer }))
      const [opened, enrolled, ...rest] = [...small.facts.slice(0, 2), ...answers, ...small.facts.slice(2)]
      const facts = [opened, enrolled, ...rest].filter((fact) => fact !== undefined)
      let day = 1
      const ledger = facts.map((fact, at): LedgerEvent => {
        day += steps[at] ?? 0
        const recordedAt = timestamp(`2021-06-${String(Math.min(day, 30)).padStart(2, '0')}T10:00:00+08:00`)
        return { ...fact, seq: at + 1, recordedAt, actedAt: recordedAt, by: id<PersonId>('p1') }
      })
      const asOf = plainDate(`2021-06-${String(drawn + 1).padStart(2, '0')}`)
      const past = { occurredBy: plainDate('2021-12-31'), knownBy: asOf }
      const known = ledger.filter(({ recordedAt }) => dayOf(recordedAt) <= asOf)
      const sheets = (events: readonly LedgerEvent[]) =>
        canonicalJson(score(small.rubric, interpretationsIn(events), events, past))
      expect(sheets(ledger)).toBe(sheets(known))
      const state = replay(known)
      expect(canonicalJson(scoreState(compilePlan(small.rubric, state.answers), state))).toBe(sheets(known))
    }),
    { numRuns },
  )
})

test('what an open matter alone moves is what the score moves by once it is decided', () => {
  fc.assert(
    fc.property(smallCase, (small) => {
      // Of claims that meet in one event the certain score may choose another reading once one of them is decided.
      const facts = small.facts.map((fact) => ('eventKey' in fact ? { ...fact, eventKey: null } : fact))
      fc.pre(small.rubric.relations.every(({ kind }) => kind !== 'highest-only'))
      const alone = { ...small, facts }
      const before = sheetOf(alone, eventsOf(facts))
      const { ledgers } = futuresOf(alone)
      for (const { kind, ref, moves } of before.open) {
        if (kind === 'question' || kind === 'absence') continue
        const totals = ledgers
          .map((future) => future.slice(facts.length).filter((fact) => isAbout(fact, ref)))
          .map((decisions) => sheetOf(alone, eventsOf([...facts, ...decisions])).score - before.score)
        expect([ref, moves]).toEqual([ref, [Math.min(...totals), Math.max(...totals)]])
      }
    }),
    { numRuns: numRuns / 2 },
  )
})

function isAbout(fact: LedgerFact, ref: string): boolean {
  return ('findingId' in fact && fact.findingId === ref) || ('bonusId' in fact && fact.bonusId === ref)
}

function laterFinding({ facts }: SmallCase): LedgerFact {
  const known = facts.find((fact) => fact.type === 'SuspicionRaised')
  const findingId = id<FindingId>('later')
  const occurredOn = plainDate('2022-01-01')
  return known ? { ...known, findingId, occurredOn } : { type: 'FindingDismissed', findingId, reason: '' }
}

function bySubject({ sections }: ScoreSheet): [string, number, readonly number[]][] {
  return sections
    .flatMap(({ lines }) => lines)
    .map(({ subject, clauseId, effect, between }): [string, number, readonly number[]] => [
      subject.kind === 'finding' ? subject.findingId : subject.kind === 'bonus' ? subject.bonusId : clauseId,
      effect,
      between,
    ])
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

function sheetOf(
  { rubric, interpretations }: { rubric: SmallCase['rubric']; interpretations: readonly Interpretation[] },
  ledger: readonly LedgerEvent[],
): ScoreSheet {
  const [sheet] = score(rubric, interpretations, ledger, clocks)
  if (!sheet) throw new Error('no sheet')
  return sheet
}
