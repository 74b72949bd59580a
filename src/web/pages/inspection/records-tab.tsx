import { useState } from 'react'
import type { Pile } from '../../offline/inspection-record.ts'
import { useStored } from '../../offline/use-stored.ts'
import { useText } from '../../text/language.tsx'
import { DraftLine } from './draft-line.tsx'
import { recordsText } from './records-text.ts'
import { InstalledNote } from './installed-note.tsx'
import { ReadyLine } from './ready-line.tsx'
import type { RecordWithFiles } from './record-with-files.ts'
import { SentLine } from './sent-line.tsx'
import { StorageFoot } from './storage-foot.tsx'
import { usePhone } from './use-phone.tsx'
import './records.css'

const NAMES = { draft: 'draft', ready: 'readyPile', sent: 'sentPile' } as const
const EMPTY = { draft: 'noDraft', ready: 'noReady', sent: 'noSent' } as const
const PILES = ['draft', 'ready', 'sent'] as const

/** Three piles with their counts. What the server refused is set apart from what only waits. */
export function RecordsTab() {
  const text = useText(recordsText)
  const { store, personId } = usePhone()
  const [chosen, setChosen] = useState<Pile | null>(null)
  const all = useStored(async (): Promise<readonly RecordWithFiles[]> => {
    const records = await store.records.orderBy('id').toArray()
    const files = await store.files.toArray()
    return records
      .sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1))
      .map((record) => ({ record, files: files.filter(({ recordId }) => recordId === record.id) }))
  }, [store])
  if (all === undefined) return <main className="insp-page" aria-busy="true" />
  const own = all.filter(({ record }) => record.personId === personId)
  const others = all.filter(({ record }) => record.personId !== personId && record.pile !== 'sent').length
  const inPile = (pile: Pile) => own.filter(({ record }) => record.pile === pile)
  const pile = chosen ?? (inPile('ready').length > 0 ? 'ready' : inPile('draft').length > 0 ? 'draft' : 'sent')
  const shown = inPile(pile)
  const held = shown.filter(({ record }) => record.held !== null)
  const going = shown.filter(({ record }) => record.held === null)
  return (
    <main className="insp-page">
      <h1>{text.title}</h1>
      <div className="insp-piles" role="tablist" aria-label={text.piles}>
        {PILES.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`insp-pile-${one}`}
            aria-selected={one === pile}
            aria-controls="insp-pile"
            onClick={() => setChosen(one)}
          >
            <b className="fig">{inPile(one).length}</b>
            {text[NAMES[one]]}
          </button>
        ))}
      </div>
      <div id="insp-pile" role="tabpanel" aria-labelledby={`insp-pile-${pile}`}>
        {shown.length === 0 ? <p className="insp-empty">{text[EMPTY[pile]]}</p> : null}
        <ol className="insp-recs">
          {going.map((one) => (
            <Line key={one.record.id} {...one} />
          ))}
        </ol>
        {held.length === 0 ? null : (
          <section>
            <h2>{text.held(held.length)}</h2>
            <ol className="insp-recs">
              {held.map((one) => (
                <Line key={one.record.id} {...one} />
              ))}
            </ol>
          </section>
        )}
      </div>
      {others === 0 ? null : <p className="insp-warn">{text.ofOthers(others)}</p>}
      <StorageFoot all={own} />
      <InstalledNote />
    </main>
  )
}

function Line(one: RecordWithFiles) {
  if (one.record.pile === 'draft') return <DraftLine {...one} />
  return one.record.pile === 'ready' ? <ReadyLine {...one} /> : <SentLine {...one} />
}
