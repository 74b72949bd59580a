import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { administrationText } from './administration-text.ts'
import { CalendarPicture } from './calendar-picture.tsx'
import { readCalendar } from './read-calendar.ts'

/** The days of rest as pasted or out of a file, drawn before they are kept. */
export function AddCalendar({ onDone }: { readonly onDone: () => void }) {
  const text = useText(administrationText)
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  const [version, setVersion] = useState('')
  const [content, setContent] = useState('')
  const { send, isSending, problem } = useAct('addCalendar')
  const read = content.trim() === '' ? null : readCalendar(content, version)
  const calendar = read?.ok === true ? read.calendar : null
  const keep = async () => {
    if (calendar === null) return
    const told = await send({ body: calendar })
    if (!told.ok) return
    say(told.value.isNew ? text.calendarAdded : text.calendarKnown)
    onDone()
  }
  return (
    <div className="administration-form wide">
      <label>
        {text.version}
        <Input
          maxLength={50}
          placeholder={text.versionHint}
          value={version}
          onChange={({ target }) => setVersion(target.value)}
        />
      </label>
      <label>
        {text.days}
        <Input.TextArea
          rows={8}
          placeholder={text.daysHint}
          value={content}
          onChange={({ target }) => setContent(target.value)}
        />
      </label>
      <p className="administration-go">
        <input
          ref={field}
          className="vh"
          type="file"
          accept=".json,.csv,.txt"
          tabIndex={-1}
          aria-label={text.chooseFile}
          onChange={async ({ target }) => setContent((await target.files?.[0]?.text()) ?? '')}
        />
        <Button onClick={() => field.current?.click()}>{text.chooseFile}</Button>
        <Button
          type="primary"
          loading={isSending}
          disabled={calendar === null || calendar.version === ''}
          onClick={() => void keep()}
        >
          {text.calendarSend}
        </Button>
        <span className="cap">
          {calendar !== null && calendar.version === '' ? text.versionMissing : text.calendarEffect}
        </span>
      </p>
      {read?.ok === false ? (
        <div className="problem" role="alert">
          <p>
            {text[read.fault.code]} {read.fault.place}
          </p>
        </div>
      ) : null}
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {calendar === null ? null : <CalendarPicture calendar={calendar} />}
    </div>
  )
}
