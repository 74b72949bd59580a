import { useRef, useState, type DragEvent } from 'react'
import { parseId, type CenterId } from '../../../core/kernel/identifiers.ts'
import type { Digest } from '../../../core/ledger/chain.ts'
import { parseShortCode, type ShortCode } from '../../../core/scoring/verification-code.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { judgeFile } from '../../verifier/judge-file.ts'
import { useVerifier } from '../../verifier/use-verifier.ts'
import { KeptCode, type CodeFound } from './kept-code.tsx'
import type { HandedIn, PublicResults } from './published-here.ts'
import { VerifiedFile } from './verified-file.tsx'
import { verifyText } from './verify-text.ts'

type PublishedHere = PublicResults & { readonly district: string; readonly assessmentId: string }

export function VerifyFiles({ published }: { readonly published: PublishedHere }) {
  const text = useText(verifyText)
  const say = useSay()
  const verifier = useVerifier()
  const [files, setFiles] = useState<readonly HandedIn[]>([])
  const [code, setCode] = useState<ShortCode | null>(null)
  const [isOver, setOver] = useState(false)
  const last = useRef(0)

  const verify = async (file: File) => {
    last.current += 1
    const number = last.current
    const set = (state: HandedIn['state']) =>
      setFiles((before) => before.map((one) => (one.number === number ? { ...one, state } : one)))
    setFiles((before) => [{ number, name: file.name, state: 0 }, ...before])
    const anchor = { code, head: published.sealedHead.digest, centerId: null }
    try {
      const judged = judgeFile(await verifier.verify(file, anchor, set), published)
      set(judged)
      say(`${file.name}: ${text[judged.kind]}`)
    } catch {
      set('unreadable')
    }
  }
  const take = (list: FileList | null) =>
    void Array.from(list ?? []).reduce((before, file) => before.then(() => verify(file)), Promise.resolve())
  const over = (event: DragEvent, isIn: boolean) => {
    event.preventDefault()
    setOver(isIn)
  }
  const compare = async (typed: string): Promise<CodeFound> => {
    const parsed = parseShortCode(typed)
    setCode(null)
    if (parsed === null) return { kind: 'malformed' }
    const { algorithm, sealedHead, head, results } = published
    const sheets = results.flatMap(({ centerId, digest }) => {
      const center = parseId<CenterId>(centerId)
      return center === null ? [] : [{ centerId: center, digest: digest as Digest }]
    })
    const codes = await verifier.codes({ algorithm, heads: [sealedHead, head], sheets })
    const found = codes.find((one) => one.code === parsed)
    if (found !== undefined)
      return { kind: 'found', name: results.find(({ centerId }) => centerId === found.centerId)?.name ?? '' }
    setCode(parsed)
    return { kind: 'unknown' }
  }

  return (
    <section className="public-verify no-print" aria-labelledby="verify">
      <div className="sec-head">
        <h2 id="verify">{text.title}</h2>
        <span className="cap">{text.local}</span>
      </div>
      <KeptCode onCompare={compare} onForget={() => setCode(null)} />
      <div
        className={isOver ? 'public-drop over' : 'public-drop'}
        onDragOver={(event) => over(event, true)}
        onDragLeave={(event) => over(event, false)}
        onDrop={(event) => {
          over(event, false)
          take(event.dataTransfer.files)
        }}
      >
        <p>{text.drop}</p>
        <p className="note">{text.kinds}</p>
        <label className="btn">
          {text.choose}
          <input
            className="vh"
            type="file"
            multiple
            onChange={({ target }) => {
              take(target.files)
              target.value = ''
            }}
          />
        </label>
      </div>
      <ul className="public-verified">
        {files.map((file) => (
          <VerifiedFile
            key={file.number}
            file={file}
            published={published}
            onRemove={() => setFiles((before) => before.filter(({ number }) => number !== file.number))}
          />
        ))}
      </ul>
      <ol className="public-how">
        <li>{text.how1}</li>
        <li>{text.how2}</li>
        <li>{text.how3}</li>
      </ol>
    </section>
  )
}
