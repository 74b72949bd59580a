import type { FactType } from '../../src/core/ledger/ledger-command.ts'
import type { LedgerRefusalCode } from '../../src/core/ledger/ledger-refusals.ts'
import type { Observation } from './explore.ts'
import { textOf, type Situation } from './situation.ts'

/** One line of the table: from all of these situations the command is taken, and leads to these. */
export interface TransitionRow {
  readonly type: FactType
  readonly stages: readonly string[]
  readonly subjects: readonly string[]
  readonly rectifications: readonly string[]
  /** Whether it is taken at every step of the rectification that there is. */
  readonly isWhateverRectified: boolean
  /** Where it leads: what changes. Empty where only the ledger grows. */
  readonly to: readonly string[]
}

/** Why a command is not taken: the state does not allow it, or what it says is not right. */
export interface CommandRefusals {
  readonly ofState: readonly LedgerRefusalCode[]
  readonly ofContent: readonly LedgerRefusalCode[]
}

/**
 * The situations in which the command was taken, gathered into as few rows as say the same exactly: every combination of
 * a row's stages, subjects and rectifications that was reached at all was taken. Throws where it was not.
 */
export function transitionRows(type: FactType, observed: readonly Observation[]): TransitionRow[] {
  const own = observed.filter((one) => one.type === type)
  const reached = new Map(own.map(({ from }) => [textOf(from), from]))
  const taken = new Map<string, Situation>()
  for (const { from, to } of own) if (to !== null) taken.set(textOf(from), from)
  const groups = new Map<string, TransitionRow>()
  for (const subject of unique([...taken.values()].map((one) => one.subject))) {
    const from = [...taken.values()].filter((one) => one.subject === subject)
    const stages = unique(from.map(({ stage }) => stage))
    const rectifications = unique(from.map(({ rectification }) => rectification))
    const to = unique(
      own.flatMap((one) => (one.to !== null && one.from.subject === subject ? changeOf(one.from, one.to) : [])),
    )
    const isEvery = [...reached.values()].every(
      (one) => one.subject !== subject || rectifications.includes(one.rectification),
    )
    const key = [stages, isEvery ? ['any'] : rectifications, to].map((each) => each.join('、')).join('|')
    const known = groups.get(key)
    groups.set(key, {
      type,
      stages,
      rectifications: isEvery ? unique([...(known?.rectifications ?? []), ...rectifications]) : rectifications,
      isWhateverRectified: isEvery,
      to,
      subjects: [...(known?.subjects ?? []), subject],
    })
  }
  const rows = [...groups.values()]
  for (const [text, from] of reached)
    if (rows.some((row) => includes(row, from)) && !taken.has(text)) throw new Error(`${type} is not taken in ${text}`)
  return rows
}

export function includes(row: TransitionRow, { stage, subject, rectification }: Situation): boolean {
  return row.stages.includes(stage) && row.subjects.includes(subject) && row.rectifications.includes(rectification)
}

export function commandRefusals(type: FactType, observed: readonly Observation[]): CommandRefusals {
  const own = observed.filter((one) => one.type === type)
  const taken = new Set(own.flatMap(({ from, to }) => (to === null ? [] : [textOf(from)])))
  const ofState = new Set<LedgerRefusalCode>()
  const ofContent = new Set<LedgerRefusalCode>()
  for (const { from, isModel, refusal } of own) {
    if (refusal === null) continue
    if (taken.has(textOf(from))) ofContent.add(refusal.code)
    else if (isModel) ofState.add(refusal.code)
  }
  for (const code of ofState) ofContent.delete(code)
  return { ofState: [...ofState], ofContent: [...ofContent] }
}

function changeOf(from: Situation, to: Situation): string[] {
  if (to.stage !== from.stage) return [to.stage]
  if (to.subject !== from.subject) return [to.subject]
  return to.rectification === from.rectification ? [] : [`整改：${to.rectification}`]
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
