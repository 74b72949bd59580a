import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { parsePlainDate, type PlainDate } from '../../../core/kernel/plain-date.ts'
import { useText } from '../../text/language.tsx'
import { overviewText } from './overview-text.ts'

/** Opened at once: who pressed wants to choose. Null where nothing was chosen. */
export function DayPicker({
  day,
  last,
  onDay,
}: {
  readonly day: PlainDate | null
  readonly last: string
  readonly onDay: (day: PlainDate | null) => void
}) {
  const text = useText(overviewText)
  return (
    <DatePicker
      autoFocus
      defaultOpen
      size="small"
      allowClear={false}
      aria-label={text.chooseDay}
      placeholder={text.chooseDay}
      defaultValue={day === null ? null : dayjs(day)}
      maxDate={dayjs(last)}
      onChange={(_, chosen) => onDay(parsePlainDate(String(chosen)))}
      onOpenChange={(isOpen) => {
        if (!isOpen) onDay(null)
      }}
    />
  )
}
