import { useRef, useState } from 'react'
import { serverNow } from '../../client/server-clock.ts'
import type { InspectionRecord } from '../../offline/inspection-record.ts'
import { takeFile } from '../../offline/take-file.ts'
import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'
import { Photo } from './photo.tsx'
import { usePhone } from './use-phone.tsx'
import { useFiles } from './use-files.ts'

/** Photos by the camera or from the gallery. The originals are kept as they are, with what the phone claims beside them. */
export function PhotoStrip({ record, onAdd }: { readonly record: InspectionRecord; readonly onAdd: () => void }) {
  const text = useText(inspectionText)
  const { store } = usePhone()
  const files = useFiles(record.id)
  const photos = files.filter(({ kind }) => kind === 'photo')
  const camera = useRef<HTMLInputElement>(null)
  const gallery = useRef<HTMLInputElement>(null)
  const [isFull, setFull] = useState(false)
  const add = async (input: HTMLInputElement) => {
    onAdd()
    let isKept = true
    for (const file of input.files ?? [])
      isKept = (await takeFile(store, record.id, 'photo', file, serverNow())) && isKept
    setFull(!isKept)
    input.value = ''
  }
  return (
    <div className="row col">
      <span className="l">
        {text.photos}
        <small>{text.photosClaim}</small>
      </span>
      <div className="insp-photos">
        {photos.map((photo, place) => (
          <span key={photo.id}>
            <Photo file={photo} name={text.photo(place + 1)} />
            <button
              type="button"
              className="insp-small"
              aria-label={text.dropPhoto(place + 1)}
              onClick={() => void store.files.delete(photo.id)}
            >
              {text.drop}
            </button>
          </span>
        ))}
        <button type="button" className="add" onClick={() => camera.current?.click()}>
          {text.shoot}
        </button>
        <button type="button" className="add" onClick={() => gallery.current?.click()}>
          {text.pick}
        </button>
      </div>
      {isFull ? (
        <p className="insp-warn" role="alert">
          {text.full}
        </p>
      ) : null}
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={text.shoot}
        onChange={({ target }) => void add(target)}
      />
      <input
        ref={gallery}
        type="file"
        hidden
        accept="image/*"
        multiple
        aria-label={text.pick}
        onChange={({ target }) => void add(target)}
      />
    </div>
  )
}
