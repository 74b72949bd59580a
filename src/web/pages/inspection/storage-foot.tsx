import { Popconfirm } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { inWords, isScarce } from '../../offline/bytes-in-words.ts'
import { serverNow } from '../../client/server-clock.ts'
import { clearConfirmed } from '../../offline/record-acts.ts'
import { makeRescueFile, takeRescueFile } from '../../offline/rescue-file.ts'
import { shanghaiTime } from '../../offline/shanghai-time.ts'
import { readStorageFacts, type StorageFacts } from '../../offline/storage-facts.ts'
import { useText } from '../../text/language.tsx'
import { recordsText } from './records-text.ts'
import type { RecordWithFiles } from './record-with-files.ts'
import { usePhone } from './use-phone.tsx'

/** How much is kept here, how much room is left, and the ways out: clearing what is confirmed, and the rescue file. */
export function StorageFoot({ all }: { readonly all: readonly RecordWithFiles[] }) {
  const text = useText(recordsText)
  const { store, personId, outbox } = usePhone()
  const [facts, setFacts] = useState<StorageFacts | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const clearable = all
    .filter(({ record }) => record.pile === 'sent')
    .flatMap(({ files }) => files.filter(({ isConfirmed }) => isConfirmed))
    .reduce((sum, { content }) => sum + (content?.size ?? 0), 0)
  useEffect(() => {
    void readStorageFacts(store).then(setFacts)
  }, [store, all])
  const rescue = async () => {
    const now = shanghaiTime(serverNow())
    const { content, records, files } = await makeRescueFile(store, now)
    const address = URL.createObjectURL(content)
    const link = document.createElement('a')
    link.href = address
    link.download = `mingheng-rescue-${now.slice(0, 10)}.mhrescue`
    link.click()
    URL.revokeObjectURL(address)
    setSaid(text.rescued(records, files))
  }
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (file === undefined) return
    const taken = await takeRescueFile(store, file)
    input.value = ''
    setSaid(taken === null ? text.rescueBroken : text.taken(taken.records, taken.files, taken.known))
    outbox.wake()
  }
  return (
    <footer className="insp-store">
      {facts === null ? null : (
        <>
          <p>{text.used(inWords(facts.used), facts.left === null ? null : inWords(facts.left))}</p>
          {isScarce(facts.left) ? <p className="insp-warn">{text.scarce}</p> : null}
          {facts.isPersistent === null ? null : (
            <p className="cap">{facts.isPersistent ? text.persistent : text.notPersistent}</p>
          )}
        </>
      )}
      <p className="cap">{text.clearLater}</p>
      <p className="insp-acts">
        {clearable === 0 ? null : (
          <Popconfirm
            title={text.clearSure}
            okText={text.clear(inWords(clearable))}
            cancelText={text.cancel}
            onConfirm={() => void clearConfirmed(store, personId)}
          >
            <button type="button" className="insp-small">
              {text.clear(inWords(clearable))}
            </button>
          </Popconfirm>
        )}
        <button type="button" className="insp-small" onClick={() => void rescue()}>
          {text.rescue}
        </button>
        <button type="button" className="insp-small" onClick={() => picker.current?.click()}>
          {text.takeRescue}
        </button>
      </p>
      <p role="status">{said}</p>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".mhrescue"
        aria-label={text.takeRescue}
        onChange={({ target }) => void take(target)}
      />
    </footer>
  )
}
