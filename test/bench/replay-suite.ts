import { replay } from '../../src/core/ledger/evolve.ts'
import { score } from '../../src/core/scoring/score.ts'
import { KNOWN_BY, PERIOD } from './bench-days.ts'
import { benchLedger } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { timed } from './measure.ts'
import type { Row, Size, Suite } from './suite.ts'

/** One ledger of a million events in order of time: folded, and scored from the first event to the last sheet. */
export const replaySuite: Suite = {
  name: 'replay',
  about: 'a ledger of 1,000,000 events (reports, replies, decisions, appeals, rectifications)',
  parts: ['fold', 'score'],
  run: replayRows,
}

async function replayRows(part: string, size: Size): Promise<Row[]> {
  const { rubric, answers } = await benchRubric()
  const ledger = benchLedger(happeningsUnder(rubric), size === 'quick' ? 3000 : 1_000_000, size === 'quick' ? 60 : 300)
  const state = replay(ledger)
  if (state.seq !== ledger.length) throw new Error(`${state.seq} of ${ledger.length} events were replayed`)
  const held = heldMegabytes()
  const clocks = { occurredBy: PERIOD.to, knownBy: KNOWN_BY }
  const run = part === 'fold' ? () => replay(ledger) : () => score(rubric, answers, ledger, clocks)
  const sheets = score(rubric, answers, ledger, clocks)
  const lines = sheets.reduce((sum, { sections }) => sum + sections.reduce((all, one) => all + one.lines.length, 0), 0)
  const expected = state.findings.size + state.bonuses.size + sheets.length
  if (lines !== expected) throw new Error(`${lines} lines for ${expected} findings, bonuses and absences`)
  const time = await timed(size === 'quick' ? 1 : 5, size === 'quick' ? 0 : 1, run)
  const what = part === 'fold' ? 'replay to a state' : `score(rubric, interpretations, ledger, clocks)`
  const count = ledger.length
  const about = `${state.findings.size.toLocaleString('en')} findings, ${sheets.length.toLocaleString('en')} centers; ledger and state hold ${held} MB`
  return [{ what: `${what} (${about})`, time, per: 'ledger', count, unit: 'events' }]
}

function heldMegabytes(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20)
}
