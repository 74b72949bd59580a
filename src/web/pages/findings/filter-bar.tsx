import { Checkbox, DatePicker, Input, Select, type InputRef } from 'antd'
import dayjs from 'dayjs'
import { memo, useEffect, useMemo, useRef, useState, type Ref } from 'react'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { findingWords } from '../../ui/finding-words-text.ts'
import { clauseOptions } from './clause-options.ts'
import { SORTS, SOURCES, type FindingsFilter } from './findings-filter.ts'
import { findingsText } from './findings-text.ts'

const PATIENCE_MS = 250

/** Everything but the standings, which have a row of their own with their counts. */
export function FilterBar({
  filter,
  change,
  centers,
  rubric,
  searchRef,
}: {
  readonly filter: FindingsFilter
  readonly change: (part: Partial<FindingsFilter>) => void
  readonly centers: Answered<'readAssessment'>['centerList']
  readonly rubric: Answered<'readRubric'>['rubric'] | null
  readonly searchRef: Ref<InputRef>
}) {
  const { center, clause, source, from, to, sort, isMine } = filter
  return (
    <div className="findings-filter" role="search">
      <SearchField value={filter.text} change={change} inputRef={searchRef} />
      <Choices {...{ center, clause, source, from, to, sort, isMine, change, centers, rubric }} />
    </div>
  )
}

/** Drawn again when one of them changes, not at every word that is searched for: each is dear. */
const Choices = memo(function Choices({
  change,
  centers,
  rubric,
  ...filter
}: Omit<FindingsFilter, 'text' | 'standing'> & {
  readonly change: (part: Partial<FindingsFilter>) => void
  readonly centers: Answered<'readAssessment'>['centerList']
  readonly rubric: Answered<'readRubric'>['rubric'] | null
}) {
  const text = useText(findingsText)
  const words = useText(findingWords)
  const sortNames = { ...text, center: text.byCenter, clause: text.byClause }
  const centerOptions = useMemo(
    () => centers.map(({ centerId, name }) => ({ value: centerId as string, label: name })),
    [centers],
  )
  const clauses = useMemo(() => (rubric === null ? [] : clauseOptions(rubric)), [rubric])
  return (
    <>
      {centers.length > 1 ? (
        <Select
          aria-label={text.center}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={text.center}
          value={filter.center === '' ? null : filter.center}
          options={centerOptions}
          onChange={(center) => change({ center: center ?? '' })}
        />
      ) : null}
      <Select
        aria-label={text.clause}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={text.clause}
        popupMatchSelectWidth={420}
        value={filter.clause === '' ? null : filter.clause}
        options={clauses}
        onChange={(clause) => change({ clause: clause ?? '' })}
      />
      <Select
        aria-label={text.source}
        allowClear
        placeholder={text.source}
        value={filter.source === '' ? null : filter.source}
        options={SOURCES.map((source) => ({ value: source, label: words[source] }))}
        onChange={(source) => change({ source: source ?? '' })}
      />
      <DatePicker.RangePicker
        aria-label={text.from}
        placeholder={[text.from, text.to]}
        allowEmpty={[true, true]}
        value={[dayOf(filter.from), dayOf(filter.to)]}
        onChange={(days) =>
          change({ from: days?.[0]?.format('YYYY-MM-DD') ?? '', to: days?.[1]?.format('YYYY-MM-DD') ?? '' })
        }
      />
      <Select
        aria-label={text.sort}
        value={filter.sort}
        options={SORTS.map((sort) => ({ value: sort, label: sortNames[sort] }))}
        onChange={(sort) => change({ sort })}
      />
      <Checkbox checked={filter.isMine} onChange={({ target }) => change({ isMine: target.checked })}>
        {text.isMine}
      </Checkbox>
    </>
  )
})

/**
 * Typing is never held up by asking: what is typed is asked for when the hand rests. Whoever types on until the address follows
 * keeps what was typed; an address that changes for another reason is what is searched for.
 */
function SearchField({
  value,
  change,
  inputRef,
}: {
  readonly value: string
  readonly change: (part: Partial<FindingsFilter>) => void
  readonly inputRef: Ref<InputRef>
}) {
  const text = useText(findingsText)
  const [typed, setTyped] = useState(value)
  const asked = useRef(value)
  useEffect(() => {
    if (value !== asked.current) setTyped(value)
    asked.current = value
  }, [value])
  useEffect(() => {
    if (typed.trim() === value.trim()) return undefined
    const timer = setTimeout(() => {
      asked.current = typed.trim()
      change({ text: typed })
    }, PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Input
      ref={inputRef}
      type="search"
      className="findings-search"
      aria-label={text.search}
      placeholder={text.search}
      allowClear
      maxLength={200}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}

function dayOf(text: string): dayjs.Dayjs | null {
  return text === '' ? null : dayjs(text)
}
