import { expect, test } from 'vitest'
import { benchLedgerOf } from '../../../test/bench/bench-ledger.ts'
import { happeningsUnder } from '../../../test/bench/center-events.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { applyEvent, draftOf } from '../../core/ledger/apply-event.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import { score } from '../../core/scoring/score.ts'
import { liveHistory, MOST_BY_DAY } from './live-history.ts'
import { liveScores } from './live-scores.ts'

const LATER = plainDate('2099-12-31')

test.each<[every: 'day' | 'week', centers: number, mostDays: number]>([
  ['day', 3, 425],
  ['week', MOST_BY_DAY + 1, 62],
])('every point by the %s is what the whole ledger gave at the end of its day', (every, centers, mostDays) => {
  const events = benchLedgerOf(happeningsUnder(smallRubric), centers, 30)
  const state = draftOf(emptyAssessment)
  const scores = liveScores(smallRubric, state)
  const history = liveHistory(state, scores)
  for (const event of events) {
    history.before(event)
    applyEvent(state, event)
    scores.note(event)
    history.after(event)
  }
  expect(history.every()).toBe(every)
  const days = [...new Set([...history.points.values()].flatMap((own) => own.map(({ day }) => day)))].sort()
  expect(days.length).toBeGreaterThan(20)
  expect(days.length).toBeLessThanOrEqual(mostDays)
  for (const day of days.filter((_, at) => at % 12 === 0)) {
    const known = events.filter(({ recordedAt }) => dayOf(recordedAt) <= day)
    for (const sheet of score(smallRubric, interpretationsIn(known), known, { occurredBy: LATER, knownBy: day })) {
      const point = history.points.get(sheet.centerId)?.findLast((one) => one.day <= day)
      expect([sheet.centerId, day, point?.score]).toEqual([sheet.centerId, day, sheet.score])
    }
  }
})
