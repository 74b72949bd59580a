import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../../client/server-clock.ts'
import type { InspectionRecord } from '../../offline/inspection-record.ts'
import { canRecord, startRecording, type Recording } from '../../offline/record-voice.ts'
import { takeFile } from '../../offline/take-file.ts'
import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'
import { useAddressOf } from './photo.tsx'
import { useFiles } from './use-files.ts'
import { usePhone } from './use-phone.tsx'

/** A spoken note, by the microphone where the browser writes what the server takes; otherwise a file. */
export function VoiceNote({ record, onAdd }: { readonly record: InspectionRecord; readonly onAdd: () => void }) {
  const text = useText(inspectionText)
  const { store } = usePhone()
  const notes = useFiles(record.id).filter(({ kind }) => kind === 'voice')
  const [recording, setRecording] = useState<Recording | null>(null)
  const [seconds, setSeconds] = useState(0)
  const [isRefused, setRefused] = useState(false)
  const [isFull, setFull] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (recording === null) return
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [recording])
  useEffect(() => () => recording?.cancel(), [recording])
  const begin = async () => {
    const started = await startRecording()
    setRefused(started === null)
    setSeconds(0)
    setRecording(started)
  }
  const end = async () => {
    if (recording === null) return
    const spoken = await recording.stop()
    setRecording(null)
    onAdd()
    setFull(!(await takeFile(store, record.id, 'voice', spoken, serverNow())))
  }
  const pick = async (input: HTMLInputElement) => {
    onAdd()
    for (const file of input.files ?? []) setFull(!(await takeFile(store, record.id, 'voice', file, serverNow())))
    input.value = ''
  }
  return (
    <div className="row col">
      <span className="l">
        {text.voice}
        <small>{recording === null ? '' : text.speaking(seconds)}</small>
      </span>
      {notes.map((note) => (
        <p key={note.id} className="insp-voice">
          <Player content={note.content} />
          <button type="button" className="insp-small" onClick={() => void store.files.delete(note.id)}>
            {text.dropVoice}
          </button>
        </p>
      ))}
      {isFull ? (
        <p className="insp-warn" role="alert">
          {text.full}
        </p>
      ) : null}
      {isRefused ? <p className="insp-warn">{text.noMicrophone}</p> : null}
      <p className="insp-acts">
        {canRecord() ? (
          <button type="button" className="insp-small" onClick={() => void (recording === null ? begin() : end())}>
            {recording === null ? text.speak : text.stop}
          </button>
        ) : null}
        {recording === null ? (
          <button type="button" className="insp-small" onClick={() => picker.current?.click()}>
            {text.pickVoice}
          </button>
        ) : null}
      </p>
      <input
        ref={picker}
        type="file"
        hidden
        accept="audio/*"
        aria-label={text.pickVoice}
        onChange={({ target }) => void pick(target)}
      />
    </div>
  )
}

export function Player({ content }: { readonly content: Blob | null }) {
  const text = useText(inspectionText)
  const address = useAddressOf(content)
  return address === null ? null : <audio controls preload="metadata" src={address} aria-label={text.voice} />
}
