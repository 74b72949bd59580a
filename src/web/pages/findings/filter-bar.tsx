import { Checkbox, DatePicker, Input, Select, type InputRef } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState, type Ref } from 'react'
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
  const text = useText(findingsText)
  const words = useText(findingWords)
  const sortNames = { ...text, center: text.byCenter, clause: text.byClause }
  return (
    <div className="findings-filter" role="search">
      <SearchField value={filter.text} onSettled={(said) => change({ text: said })} inputRef={searchRef} />
      {centers.length > 1 ? (
        <Select
          aria-label={text.center}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={text.center}
          value={filter.center === '' ? null : filter.center}
          options={centers.map(({ centerId, name }) => ({ value: centerId as string, label: name }))}
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
        options={rubric === null ? [] : clauseOptions(rubric)}
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
    </div>
  )
}

/** Typing is never held up by asking: what is typed is asked for when the hand rests. */
function SearchField({
  value,
  onSettled,
  inputRef,
}: {
  readonly value: string
  readonly onSettled: (said: string) => void
  readonly inputRef: Ref<InputRef>
}) {
  const text = useText(findingsText)
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value.trim()) return undefined
    const timer = setTimeout(() => onSettled(typed), PATIENCE_MS)
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
