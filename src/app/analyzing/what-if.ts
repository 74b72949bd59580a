import type { ChangedNumber } from '../../core/analysis/changed-numbers.ts'
import {
  scenarioInSteps,
  scenariosInSteps,
  type ScenarioOutcome,
  type ScenariosCompared,
} from '../../core/analysis/what-if/compare-scenario.ts'
import { printSupposition } from '../../core/analysis/what-if/print-supposition.ts'
import { parseScenario, printScenario, type Scenario } from '../../core/analysis/what-if/scenario.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { inSteps } from './in-steps.ts'
import { lookWithNotices } from './look-with-notices.ts'

/** Of one ledger, as far as `seq`. `beside` and `between` are null where one scenario alone was asked for. */
export interface WhatIf {
  readonly seq: number
  readonly scenario: ToldScenario
  readonly beside: ToldScenario | null
  readonly between: ToldNumbers | null
}

export interface ToldScenario extends ToldNumbers {
  readonly name: string
  /** The whole of it as one line, and each supposition by itself with its sentence. */
  readonly text: string
  readonly suppositions: readonly { readonly text: string; readonly sentence: string }[]
}

/** `unlisted`: how many more findings and bonuses are other than `numbers` holds; its document lists them all. */
export interface ToldNumbers extends Omit<ScenarioOutcome, 'sentences'> {
  readonly unlisted: number
}

/** 设想: what would be if. Nothing is recorded; `besideText` null asks for one scenario alone. */
export async function whatIf(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  text: string,
  besideText: string | null,
): Promise<Acting<WhatIf>> {
  const scenario = parseScenario(text)
  const beside = besideText === null ? null : parseScenario(besideText)
  const asked = [scenario, ...(beside === null ? [] : [beside])].flatMap((one) => (one.ok ? [one.value] : []))
  const looked = await lookWithNotices(office, actor, assessmentId, asked)
  if (!looked.ok) return looked
  if (!scenario.ok) return scenario
  if (beside?.ok === false) return beside
  const { seq } = looked.value.head
  const before = looked.value.live.scores.sheets()
  const year = looked.value.year
  if (beside === null) {
    const outcome = await inSteps(scenarioInSteps(year, before, scenario.value))
    if (!outcome.ok) return outcome
    return accepted({ seq, scenario: told(scenario.value, outcome.value), beside: null, between: null })
  }
  const compared = await inSteps(scenariosInSteps(year, before, [scenario.value, beside.value]))
  if (!compared.ok) return compared
  return accepted({ seq, ...toldBoth([scenario.value, beside.value], compared.value) })
}

function toldBoth([first, second]: readonly [Scenario, Scenario], { one, other, between }: ScenariosCompared) {
  return { scenario: told(first, one), beside: told(second, other), between: shortened(between) }
}

function told(scenario: Scenario, { sentences, ...outcome }: ScenarioOutcome): ToldScenario {
  return {
    ...shortened(outcome),
    name: scenario.name,
    text: printScenario(scenario),
    suppositions: scenario.suppositions.map((supposition, place) => ({
      text: printSupposition(supposition),
      sentence: sentences[place] ?? '',
    })),
  }
}

/** More lines than anybody reads on a page: another price can move tens of thousands. */
const MOST_LINES = 400

function shortened(outcome: Omit<ScenarioOutcome, 'sentences'>): ToldNumbers {
  let lines = 0
  const isLine = ({ what }: ChangedNumber) => what === 'finding' || what === 'bonus'
  const numbers = outcome.numbers.filter((number) => !isLine(number) || (lines += 1) <= MOST_LINES)
  return { ...outcome, numbers, unlisted: outcome.numbers.length - numbers.length }
}
