import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { id, type AssessmentId, type FindingId } from '../../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../../core/kernel/points.ts'
import { formatRational } from '../../../../core/kernel/rational.ts'
import type { Finding } from '../../../../core/ledger/assessment-state.ts'
import { caseNumber } from '../../../../core/ledger/case-number.ts'
import { findingTitle } from '../../../../core/ledger/finding-title.ts'
import { isOver } from '../../../../core/ledger/is-over.ts'
import { openPriceOf } from '../../../../core/rubric/clause-needs.ts'
import { clauseName } from '../../../../core/rubric/clause-name.ts'
import { findClause } from '../../../../core/rubric/find-clause.ts'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { useCaseName } from '../../../ui/use-case-name.ts'
import { Choices, NumberField } from './choices.tsx'
import { SaidForm, type Add } from './said-form.tsx'
import { useTyped } from './use-typed.ts'
import { whatIfText } from './what-if-text.ts'

/** What can become of a finding, and the word that says so. */
const SAID = {
  'appeal-reversed': 'reversed',
  'appeal-varied': 'varied',
  'appeal-upheld': 'upheld',
  'finding-substantiated': 'substantiated',
  amount: 'amount',
  count: 'count',
  measure: 'measured',
  'finding-dismissed': 'dismissed',
} as const
type Becomes = keyof typeof SAID

export function AddFinding({
  assessmentId,
  rubric,
  add,
  first,
}: {
  readonly assessmentId: AssessmentId
  readonly rubric: Rubric
  readonly add: Add
  /** The finding that another page leads here with. */
  readonly first: string | null
}) {
  const text = useText(whatIfText)
  const nameOf = useCaseName()
  const { typed, search, type } = useTyped()
  const [chosen, setChosen] = useState(first)
  const params = { assessmentId }
  const listed = useAnswer('listFindings', { params, query: { limit: 30, ...(search === '' ? {} : { text: search }) } })
  const found = useAnswer(
    'readFinding',
    chosen === null ? null : { params: { assessmentId, findingId: id<FindingId>(chosen) } },
  )
  const options = useMemo(() => {
    const rows = (listed.answer?.findings ?? []).map(({ finding, centerName }) => ({ finding, centerName }))
    const own = found.answer
    if (own !== null && !rows.some(({ finding }) => finding.findingId === own.finding.findingId)) rows.unshift(own)
    return rows.map(({ finding, centerName }) => ({
      value: finding.findingId as string,
      label: `${nameOf(finding)} ${centerName} ${clauseName(rubric, clauseOf(finding))} ${findingTitle(finding.description)}`,
    }))
  }, [listed.answer, found.answer, rubric, nameOf])
  const finding = found.answer !== null && found.answer.finding.findingId === chosen ? found.answer.finding : null
  return (
    <>
      <Select
        aria-label={text.findFinding}
        placeholder={text.findFinding}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: type }}
        notFoundContent={text.none}
        value={chosen}
        options={options}
        onChange={(value) => setChosen(value ?? null)}
      />
      {finding === null ? null : (
        <Becoming key={finding.findingId} finding={finding} rubric={rubric} add={add} onAdded={() => setChosen(null)} />
      )}
    </>
  )
}

function Becoming({
  finding,
  rubric,
  add,
  onAdded,
}: {
  readonly finding: Finding
  readonly rubric: Rubric
  readonly add: Add
  readonly onAdded: () => void
}) {
  const text = useText(whatIfText)
  const clause = findClause(rubric, clauseOf(finding))
  const price = clause && openPriceOf(rubric, clause)
  const choices = choicesOf(finding, price !== null)
  const [becomes, setBecomes] = useState<Becomes | null>(choices.length === 1 ? (choices[0] ?? null) : null)
  const [occurrences, setOccurrences] = useState('')
  const [points, setPoints] = useState('')
  const [measured, setMeasured] = useState('')
  const isDecided = becomes === 'appeal-varied' || becomes === 'finding-substantiated'
  const hasCount = becomes === 'count' || isDecided
  const hasPoints = becomes === 'amount' || (isDecided && price !== null)
  const hint = price && text.range(formatPoints(price.min), price.max === null ? null : formatPoints(price.max))
  const count = occurrences.trim()
  const said = [
    String(caseNumber(finding)),
    becomes === null ? '' : SAID[becomes],
    hasCount && count !== '' ? (becomes === 'count' ? count : `x${count}`) : '',
    hasPoints ? points.trim() : '',
    becomes === 'measure' ? measured.trim() : '',
  ]
  const now = nowOf(finding, becomes)
  return (
    <SaidForm
      said={said.filter((word) => word !== '').join(' ')}
      isWhole={becomes !== null}
      add={add}
      onAdded={onAdded}
    >
      <Choices
        legend={text.becomes}
        options={choices.map((value) => ({ value, label: text[value] }))}
        value={becomes}
        onChoose={setBecomes}
      />
      <div className="what-if-fields">
        {hasCount ? (
          <NumberField
            label={text.occurrences}
            hint={becomes === 'count' ? null : text.optional}
            value={occurrences}
            onType={setOccurrences}
          />
        ) : null}
        {hasPoints ? <NumberField label={text.points} hint={hint} value={points} onType={setPoints} /> : null}
        {becomes === 'measure' ? (
          <NumberField label={text.measured(unitOf(rubric, finding))} value={measured} onType={setMeasured} />
        ) : null}
        {now === null ? null : <span className="cap">{text.now(now)}</span>}
      </div>
    </SaidForm>
  )
}

function choicesOf({ appeal, standing, measured, decision }: Finding, isOpenPrice: boolean): readonly Becomes[] {
  if (isOver(standing)) return ['finding-substantiated']
  const measure = measured === null ? [] : (['measure'] as const)
  if (decision === null || standing !== 'substantiated')
    return ['finding-substantiated', 'finding-dismissed', 'count', ...measure]
  const amount = isOpenPrice ? (['amount'] as const) : []
  return appeal?.outcome === 'pending'
    ? ['appeal-reversed', 'appeal-varied', 'appeal-upheld', ...amount, 'count', ...measure]
    : ['finding-dismissed', ...amount, 'count', ...measure]
}

function nowOf({ decision, occurrences, measured }: Finding, becomes: Becomes | null): string | null {
  if (becomes === 'count') return String(decision?.occurrences ?? occurrences)
  if (becomes === 'measure') return measured && formatRational(measured)
  if (becomes !== 'amount') return null
  return decision?.points == null ? null : formatPoints(decision.points)
}

function clauseOf({ decision, clauseId }: Finding) {
  return decision?.clauseId ?? clauseId
}

function unitOf(rubric: Rubric, finding: Finding): string {
  const clause = findClause(rubric, clauseOf(finding))
  const threshold = clause?.conditions.find((condition) => condition.kind === 'threshold')
  if (threshold !== undefined) return threshold.unit
  return clause?.amount.kind === 'linear' ? clause.amount.unit : ''
}
