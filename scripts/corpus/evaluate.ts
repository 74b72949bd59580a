import { FIELDS, matchEffects, type Field, type Tally } from './match-effects.ts'
import type { CorpusCase, Prediction } from './corpus-case.ts'

export interface Evaluation {
  readonly cases: number
  readonly exact: number
  /** Wrong cases that raised no question at all: the number to keep at zero. */
  readonly silent: readonly string[]
  readonly negatives: number
  readonly falseAlarms: readonly string[]
  readonly inexact: readonly string[]
  readonly effects: Tally
  readonly byField: ReadonlyMap<Field, Tally>
  readonly byForm: ReadonlyMap<string, Tally>
  readonly byCode: ReadonlyMap<string, { readonly raised: number; readonly required: number }>
  readonly questions: {
    readonly required: number
    readonly raised: number
    readonly all: number
    readonly acceptable: number
  }
}

export function evaluate(cases: readonly CorpusCase[], read: (one: CorpusCase) => Prediction): Evaluation {
  let effects = NOTHING
  const byField = new Map<Field, Tally>()
  const byForm = new Map<string, Tally>()
  const byCode = new Map<string, { raised: number; required: number }>()
  const questions = { required: 0, raised: 0, all: 0, acceptable: 0 }
  const [silent, falseAlarms, inexact]: [string[], string[], string[]] = [[], [], []]
  let negatives = 0
  for (const one of cases) {
    const prediction = read(one)
    const tally = matchEffects(one, prediction, FIELDS)
    effects = sum(effects, tally)
    byForm.set(one.form, sum(byForm.get(one.form) ?? NOTHING, tally))
    for (const field of FIELDS)
      byField.set(field, sum(byField.get(field) ?? NOTHING, matchEffects(one, prediction, [field])))
    const raised = new Set(prediction.questions)
    const isExact = tally.matched === tally.gold && tally.gold === tally.predicted
    if (!isExact) inexact.push(one.id)
    if (!isExact && raised.size === 0) silent.push(one.id)
    if (one.effects.length === 0) negatives += 1
    if (one.effects.length === 0 && tally.predicted > 0) falseAlarms.push(one.id)
    for (const code of new Set(one.questions)) {
      const row = byCode.get(code) ?? { raised: 0, required: 0 }
      byCode.set(code, { raised: row.raised + Number(raised.has(code)), required: row.required + 1 })
      questions.required += 1
      questions.raised += Number(raised.has(code))
    }
    const fine = new Set([...one.questions, ...(one.mayAsk ?? [])])
    questions.all += raised.size
    questions.acceptable += [...raised].filter((code) => fine.has(code)).length
  }
  return {
    cases: cases.length,
    exact: cases.length - inexact.length,
    silent,
    negatives,
    falseAlarms,
    inexact,
    effects,
    byField,
    byForm,
    byCode,
    questions,
  }
}

const NOTHING: Tally = { matched: 0, gold: 0, predicted: 0 }

function sum(a: Tally, b: Tally): Tally {
  return { matched: a.matched + b.matched, gold: a.gold + b.gold, predicted: a.predicted + b.predicted }
}

export function rates({ matched, gold, predicted }: Tally): { precision: number; recall: number; f1: number } {
  const precision = predicted === 0 ? 0 : matched / predicted
  const recall = gold === 0 ? 0 : matched / gold
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
