import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import { numbered } from '../../core/ledger/case-number.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import { unitText } from '../../core/scoring/explain-price.ts'
import { movesText, signedText } from '../../core/scoring/points-text.ts'
import type { ScoreLine } from '../../core/scoring/score-sheet.ts'
import { sheetNames } from '../../core/scoring/sheet-names.ts'
import { caseOf, type SheetCase, type SheetFacts } from './sheet-facts.ts'

/** Why a line moves points or may, in a few words for a cell; null where it moves none and can move none. */
export function reasonOf(facts: SheetFacts, line: ScoreLine): string | null {
  const { effect, between } = line
  const isOpen = between[0] !== effect || between[1] !== effect
  if (effect === 0 && !isOpen && !isChargedElsewhere(line)) return null
  const found = caseOf(facts, line)
  const clause = findClause(facts.rubric, line.clauseId)
  const head = found === null ? '' : `${numbered(found.number)} ${shortDay(found.occurredOn, facts.rubric.year)}，`
  return `${head}${clause === null || clause === undefined ? '' : becauseOf(facts, line, clause)}`
}

function isChargedElsewhere({ outcome: { kind } }: ScoreLine): boolean {
  return kind === 'charged-elsewhere' || kind === 'added-elsewhere' || kind === 'charged-already'
}

function becauseOf(facts: SheetFacts, line: ScoreLine, clause: Clause): string {
  const { outcome, effect, between, subject } = line
  const count = subject.kind === 'period' ? 1 : subject.occurrences
  const counted = `${count}${unitText(clause)}`
  const names = sheetNames(facts.rubric, facts.sheet)
  switch (outcome.kind) {
    case 'deducted':
    case 'added':
    case 'earned': {
      const each = outcome.perOccurrence
      if (each * count === effect && count > 1)
        return `${counted}×${formatPoints(Math.abs(each))}分，${signedText(effect)}`
      return `${counted}，${signedText(effect)}`
    }
    case 'zeroed':
      return `不得分，${signedText(effect)}`
    case 'vetoed':
      return `${clause.direction === 'veto' ? '一票否决' : '总分不得分'}，${signedText(effect)}`
    case 'awaiting-amount':
      return `${counted}，已查实，未裁量（${movesText(between)}）`
    case 'awaiting-decision':
      return `疑点${counted}，未决（${movesText(between)}）`
    case 'awaiting-approval':
      return `申报${counted}，未审定（${movesText(between)}）`
    case 'under-appeal':
      return `${counted}，现计${signedText(effect)}，申诉未决（${movesText(between)}）`
    case 'open-question':
      return `现计${signedText(effect)}，口径${outcome.questionIds.map(names.ofQuestion).join('、')}未定（${movesText(between)}）`
    case 'charged-elsewhere':
      return `同一事件，已在${names.ofCase(outcome.findingId)}扣分，不再扣`
    case 'added-elsewhere':
      return `只按最高一级，已在${names.ofCase(outcome.bonusId)}加分，不再加`
    case 'charged-already':
      return `只扣一次，已在${names.ofCase(outcome.findingId)}扣分，不再扣`
    case 'absence':
      if (effect !== 0) return `全周期没有发生，${signedText(effect)}${openEnd(line)}`
      return outcome.state === 'running'
        ? `周期未结束，未决（${movesText(between)}）`
        : `有查实的情形，现不加${openEnd(line)}`
    case 'not-met':
    case 'dismissed':
    case 'reversed':
    case 'rejected':
    case 'withdrawn':
    case 'not-computed':
      return `现不计，未决（${movesText(between)}）`
    default:
      return unreachable(outcome)
  }
}

function openEnd({ effect, between }: ScoreLine): string {
  return between[0] === effect && between[1] === effect ? '' : `，未决（${movesText(between)}）`
}

/** 10月25日; with its year where that is not the rubric's. */
function shortDay(day: PlainDate, year: number | null): string {
  const [printed = '', month = '', date = ''] = day.split('-')
  return `${Number(printed) === year ? '' : `${printed}年`}${Number(month)}月${Number(date)}日`
}

/** What a line rests on: evidence and records by how many, and the ledger's entries by their numbers; null beside no reason. */
export function basisOf(facts: SheetFacts, line: ScoreLine): string | null {
  if (reasonOf(facts, line) === null) return null
  const found = caseOf(facts, line)
  const parts = [...(found === null ? [] : foundBasis(found)), ...ledgerBasis(line)]
  if (parts.length === 0) return null
  return `${found === null ? '' : `${numbered(found.number)}：`}${parts.join('，')}`
}

function foundBasis({ finding }: SheetCase): string[] {
  if (finding === null) return []
  const { evidence, records } = finding
  return [
    ...(evidence.length === 0 ? [] : [`证据${evidence.length}件`]),
    ...(records.length === 0 ? [] : [`记录${records.length}条`]),
  ]
}

/** How many entries there are about it, and the last: the first is its own number, and the workbook lists them all. */
function ledgerBasis({ because }: ScoreLine): string[] {
  const last = because.at(-1)
  if (last === undefined) return []
  return [because.length === 1 ? '台账1条' : `台账${because.length}条，末条${last}`]
}
