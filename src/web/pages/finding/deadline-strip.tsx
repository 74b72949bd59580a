import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { WorkingCalendar } from '../../../core/kernel/working-days.ts'
import { useText } from '../../text/language.tsx'
import { calendarFor } from '../../ui/working-calendars.ts'
import { stripCells, stripColumns, type StripRow } from './deadline-days.ts'
import { findingText } from './finding-text.ts'
import { historyText } from './history-text.ts'
import { eventsOf, type ShownFinding } from './shown-finding.ts'

/** The days of each deadline as they were counted: rest days shaded, days worked in exchange marked, the calendar named. */
export function DeadlineStrip({
  shown,
  calendars,
}: {
  readonly shown: ShownFinding
  readonly calendars: readonly WorkingCalendar[]
}) {
  const text = useText(findingText)
  const words = useText(historyText)
  const rows = rowsOf(shown, text)
  const [first] = rows
  if (first === undefined) return null
  const { lastDay, calendarVersion } = first.deadline
  const calendar = calendarFor(calendars, lastDay, calendarVersion)
  const { today } = shown
  const marks = marksOf(shown, words)
  const columns = calendar === null ? [] : stripColumns(calendar, rows, [...marks.keys()], today)
  const madeUp = columns.flatMap((one) => (one.kind === 'day' && one.isMadeUp ? [one.day] : []))
  return (
    <section className="finding-section" aria-labelledby="deadlines">
      <div className="sec-head">
        <h2 id="deadlines">{text.deadlines}</h2>
        <span className="cap">{text.calendarVersion(calendarVersion)}</span>
      </div>
      {calendar === null ? (
        <p className="note">{text.noCalendar}</p>
      ) : (
        <div className="finding-strip" ref={toTheEnd} tabIndex={0} role="region" aria-labelledby="deadlines">
          <table>
            <caption className="vh">{text.stripCaption}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">{text.deadlines}</span>
                </th>
                {columns.map((one, place) =>
                  one.kind === 'gap' ? (
                    <td key={place} className="is-gap">
                      {text.gap(one.days)}
                    </td>
                  ) : (
                    <th key={one.day} scope="col" className={classOf(one)}>
                      <b>
                        {place === 0 || one.day.endsWith('-01') ? `${Number(one.day.slice(5, 7))}/` : ''}
                        {Number(one.day.slice(8))}
                      </b>
                      <small>
                        {one.isMadeUp ? text.worked : one.isRest ? text.rest : text.weekdays[one.weekday - 1]}
                      </small>
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{text.happened}</th>
                {columns.map((one, place) => (
                  <td key={place} className={one.kind === 'gap' ? 'is-gap' : classOf(one)}>
                    {one.kind === 'gap' ? null : <span>{marks.get(one.day) ?? (one.isToday ? text.today : null)}</span>}
                  </td>
                ))}
              </tr>
              {rows.map((row) => {
                const cells = stripCells(calendar, row, today)
                return (
                  <tr key={row.name}>
                    <th scope="row">{row.name}</th>
                    {columns.map((one, place) => {
                      const cell = one.kind === 'gap' ? undefined : cells.get(one.day)
                      return (
                        <td key={place} className={one.kind === 'gap' ? 'is-gap' : classOf(one)}>
                          {cell === undefined ? null : <i className={`is-${cell.state}`}>{cell.number}</i>}
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <p className="cap">
        {madeUp.length === 0 ? null : text.madeUp(madeUp.map((day) => day.slice(5)).join('、'))}
        {text.stripNote}
      </p>
    </section>
  )
}

/** The latest days are what a reader comes for. */
function toTheEnd(strip: HTMLDivElement | null): void {
  strip?.scrollTo({ left: strip.scrollWidth })
}

function classOf({ isRest, isToday }: { readonly isRest: boolean; readonly isToday: boolean }): string | undefined {
  return [isRest ? 'is-rest' : '', isToday ? 'is-today' : ''].filter(Boolean).join(' ') || undefined
}

function rowsOf({ finding, rectifyBy, history }: ShownFinding, text: (typeof findingText)['zh']): readonly StripRow[] {
  const dayOfLast = (...types: Parameters<typeof eventsOf>[1][]): PlainDate | null => {
    const last = eventsOf(history, ...types).at(-1)
    return last === undefined ? null : (last.recordedAt.slice(0, 10) as PlainDate)
  }
  const { replyBy, appealBy } = finding
  const rows: StripRow[] = []
  if (replyBy !== null)
    rows.push({ name: text.replyRow, deadline: replyBy, endedOn: dayOfLast('FindingAccepted', 'FindingContested') })
  if (appealBy !== null) rows.push({ name: text.appealRow, deadline: appealBy, endedOn: dayOfLast('AppealFiled') })
  if (rectifyBy !== null)
    rows.push({ name: text.rectifyRow, deadline: rectifyBy, endedOn: dayOfLast('RectificationSubmitted') })
  return rows
}

/** What happened on which day, in a word each. */
function marksOf({ history }: ShownFinding, words: (typeof historyText)['zh']): ReadonlyMap<PlainDate, string> {
  const marks = new Map<PlainDate, string>()
  for (const event of history) {
    const said = words[event.type as keyof typeof words]
    const word = SHORT.has(event.type) && typeof said === 'string' ? said : null
    if (word === null) continue
    const day = event.recordedAt.slice(0, 10) as PlainDate
    marks.set(day, marks.has(day) ? `${marks.get(day)} ${word}` : word)
  }
  return marks
}

const SHORT: ReadonlySet<string> = new Set([
  'FindingReported',
  'SuspicionRaised',
  'FindingAccepted',
  'FindingContested',
  'AppealFiled',
  'FindingDismissed',
  'FindingUpheld',
  'FindingVaried',
  'FindingReversed',
  'RectificationSubmitted',
])
