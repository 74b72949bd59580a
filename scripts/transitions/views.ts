import type { AssessmentState } from '../../src/core/ledger/assessment-state.ts'
import type { FactType } from '../../src/core/ledger/ledger-command.ts'
import { isWholeDecision } from '../../src/core/ledger/is-whole-decision.ts'
import { bonus, finding } from '../../test/fixtures/small-ledger.ts'
import { smallRubric } from '../../test/fixtures/small-rubric.ts'
import { assessmentAttempts } from './assessment-attempts.ts'
import { bonusAttempts } from './bonus-attempts.ts'
import { COMMAND_NAMES } from './command-names.ts'
import type { View } from './explore.ts'
import { findingAttempts } from './finding-attempts.ts'
import { bonusStanding, lifeOn, phaseOf, rectificationOf, stageOn, type Situation } from './situation.ts'

export const assessmentView: View = {
  attempts: assessmentAttempts,
  situationOn: (state, day) => ({ stage: stageOn(state, day), subject: '', rectification: '' }),
  keyOf: (state) =>
    [
      stageKey(state),
      state.terms !== null,
      state.answers.size,
      state.selfAssessments.size,
      state.inspections.size,
      ...[...state.samplingPlans.values()].map(({ reveal, missed }) => `${reveal !== null} ${missed.size}`),
      state.retirements.length,
    ].join(),
}

export const findingView: View = {
  attempts: findingAttempts,
  situationOn: (state, day): Situation => {
    const known = state.findings.get(finding)
    const subject = lifeOn(smallRubric, state, known, day)
    return { stage: phaseOf(state), subject, rectification: rectificationOf(known) }
  },
  keyOf: (state) => {
    const known = state.findings.get(finding)
    if (known === undefined) return stageKey(state)
    const { standing, reply, rectification, appeal, appealBy, decision, detection, basis } = known
    const origin = detection === null ? 'reported' : basis === null ? 'by hand' : 'detected'
    const isWhole = isWholeDecision(smallRubric, state.answers, known)
    const facets = [
      origin,
      standing,
      reply,
      rectification,
      appeal?.outcome,
      appealBy !== null,
      decision?.clauseId,
      isWhole,
    ]
    return [stageKey(state), ...facets].join()
  },
}

export const bonusView: View = {
  attempts: bonusAttempts,
  situationOn: (state) => ({
    stage: phaseOf(state),
    subject: bonusStanding(state.bonuses.get(bonus)),
    rectification: '',
  }),
  keyOf: (state) => [stageKey(state), state.bonuses.get(bonus)?.standing].join(),
}

function stageKey(state: AssessmentState): string {
  const { rubricId, centers, isClosed, seal, isPublished } = state
  return [rubricId, centers.size, isClosed, seal !== null, isPublished].join()
}

const ALL = Object.keys(COMMAND_NAMES) as FactType[]
export const BONUS_TYPES = ALL.filter((type) => type.startsWith('Bonus'))
export const FINDING_TYPES = ALL.slice(ALL.indexOf('SuspicionRaised'), ALL.indexOf('BonusProposed'))
export const ASSESSMENT_TYPES = ALL.slice(0, ALL.indexOf('SuspicionRaised'))
