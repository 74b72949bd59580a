import type { CheckedVisit } from '../../../../core/analysis/sampling/check-visits.ts'
import type { CenterId } from '../../../../core/kernel/identifiers.ts'
import { addDays, plainDate, weekdayOf, type PlainDate } from '../../../../core/kernel/plain-date.ts'
import type { SamplingDesign } from '../../../../core/ledger/sampling-design.ts'
import { useText } from '../../../text/language.tsx'
import { samplingText } from './sampling-text.ts'

/** Months side by side; a ring is an announced visit, a dot an unannounced one, a stroke through it one that was not made. */
export function PlanCalendar({
  design,
  visits,
  sentence,
  nameOf,
}: {
  readonly design: SamplingDesign
  readonly visits: readonly CheckedVisit[]
  readonly sentence: string
  readonly nameOf: (centerId: CenterId) => string
}) {
  const text = useText(samplingText)
  const working = new Set(design.days)
  const onDay = (day: PlainDate) => visits.filter(({ visit }) => visit.day === day)
  return (
    <div role="img" aria-label={text.picture(sentence)}>
      <div className="sampling-months" aria-hidden="true">
        {monthsOf(design.from, design.to).map((first) => (
          <div key={first} className="sampling-month">
            <b>{text.month(first.slice(0, 4), String(Number(first.slice(5, 7))))}</b>
            <div className="sampling-days">
              {text.weekdays.split(',').map((weekday) => (
                <small key={weekday}>{weekday}</small>
              ))}
              {Array.from({ length: weekdayOf(first) - 1 }, (_, blank) => (
                <span key={`blank-${blank}`} />
              ))}
              {daysOfMonth(first).map((day) => (
                <span
                  key={day}
                  className={day < design.from || day > design.to ? 'is-outside' : working.has(day) ? '' : 'is-resting'}
                >
                  {Number(day.slice(8))}
                  <i>
                    {onDay(day).map(({ visit, standing }) => (
                      <em
                        key={visit.number}
                        className={`is-${design.mode} is-${standing}`}
                        title={`${nameOf(visit.centerId)} ${text[standing]}`}
                      />
                    ))}
                  </i>
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <p className="sampling-key cap" aria-hidden="true">
        {(['coming', 'made', 'missed', 'unaccounted'] as const).map((standing) => (
          <span key={standing}>
            <em className={`is-${design.mode} is-${standing}`} />
            {text[design.mode]} {text[standing]}
          </span>
        ))}
      </p>
    </div>
  )
}

function monthsOf(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const months: PlainDate[] = []
  for (let first = firstOf(from); first <= to; first = firstOf(addDays(first, 31))) months.push(first)
  return months
}

function firstOf(day: PlainDate): PlainDate {
  return plainDate(`${day.slice(0, 7)}-01`)
}

function daysOfMonth(first: PlainDate): readonly PlainDate[] {
  return Array.from({ length: 31 }, (_, place) => addDays(first, place)).filter((day) => firstOf(day) === first)
}
