import { useText } from '../../text/language.tsx'
import { administrationText } from './administration-text.ts'
import { calendarYear, yearsOf } from './calendar-year.ts'
import type { GivenCalendar } from './read-calendar.ts'

/** Months by days: rest is shaded, a weekend day that is worked says so. */
export function CalendarPicture({ calendar }: { readonly calendar: GivenCalendar }) {
  const text = useText(administrationText)
  return yearsOf(calendar).map((year) => (
    <div key={year} className="administration-scroll" role="region" tabIndex={0} aria-label={text.yearOf(year)}>
      <table className="administration-year">
        <caption className="cap">
          {text.yearSaid(year, countIn(calendar.restDays, year), countIn(calendar.workDays, year))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.month}</th>
            {Array.from({ length: 31 }, (_, place) => (
              <th key={place + 1} scope="col">
                {place + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendarYear(calendar, year).map((days, month) => (
            // A month is its number.
            <tr key={`${year}-${month + 1}`}>
              <th scope="row">{text.monthOf(month + 1)}</th>
              {days.map((one, place) =>
                one === null ? (
                  <td key={`none ${place + 1}`} className="none" />
                ) : (
                  <td key={one.day} className={one.kind} title={`${one.day} ${text[`day-${one.kind}`]}`}>
                    {one.kind === 'exchange' ? text.workMark : one.kind === 'rest' ? text.restMark : null}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  ))
}

function countIn(days: readonly string[], year: number): number {
  return days.filter((day) => day.startsWith(`${year}-`)).length
}
