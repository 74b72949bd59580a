import type { ReactNode } from 'react'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import type { Difference, Judgment, Published, Verified } from '../../verifier/judge-file.ts'
import { verifyText } from './verify-text.ts'
import { CHECK_NAMES } from './check-names.ts'
import type { HandedIn } from './published-here.ts'

/** 一致 outlined, 不一致 solid, and in words what holds, what differs, where, and what to do. */
export function VerifiedFile({
  file: { name, state },
  published,
  onRemove,
}: {
  readonly file: HandedIn
  readonly published: Published
  readonly onRemove: () => void
}) {
  const text = useText(verifyText)
  if (typeof state === 'number')
    return (
      <li aria-busy="true">
        <p className="h">
          <span className="fn">{name}</span>
        </p>
        <p className="note">{text.reading(`${Math.floor(state * 100)}%`)}</p>
      </li>
    )
  return (
    <li>
      <p className="h">
        <Verdict state={state} />
        <span className="fn">{name}</span>
        <button type="button" className="btn sm" onClick={onRemove}>
          {text.remove}
        </button>
      </p>
      <dl>
        {state === 'unreadable' ? (
          <Fact name={text.todo}>{text.todoUnreadable}</Fact>
        ) : (
          <Facts judged={state} published={published} />
        )}
      </dl>
    </li>
  )
}

function Verdict({ state }: { readonly state: Judgment | 'unreadable' }) {
  const text = useText(verifyText)
  if (state === 'unreadable') return <b className="public-differs">{text.unreadable}</b>
  return <b className={state.kind === 'same' ? 'public-same' : 'public-differs'}>{text[state.kind]}</b>
}

function Facts({ judged, published }: { readonly judged: Judgment; readonly published: Published }) {
  const text = useText(verifyText)
  switch (judged.kind) {
    case 'same':
      return <Held verified={judged.verified} published={published} />
    case 'differs':
      return (
        <>
          <Fact name={text.differences}>
            <ul>
              {judged.differences.map((difference, place) => (
                <li key={place}>
                  <DifferenceWords difference={difference} />
                </li>
              ))}
            </ul>
          </Fact>
          <Fact name={text.todo}>{text.todoDiffers}</Fact>
        </>
      )
    case 'foreign':
      return <Fact name={text.todo}>{text.todoForeign}</Fact>
    case 'elsewhere':
      return (
        <Fact name={text.todo}>
          {text.todoElsewhere(judged.verified.about.title ?? judged.verified.opening.header.assessmentId)}
        </Fact>
      )
  }
}

function Held({ verified, published }: { readonly verified: Verified; readonly published: Published }) {
  const text = useText(verifyText)
  const { opening, about, head, sheets } = verified
  const [only] = sheets
  const isSince = head.seq > published.head.seq
  return (
    <>
      <Fact name={text.scope}>
        {opening.centerId === null
          ? text.whole
          : text.part(about.centers.get(opening.centerId) ?? opening.centerId, grouped(about.withheld))}
      </Fact>
      <Fact name={text.ledger}>{text.ledgerWhole(grouped(head.seq))}</Fact>
      <Fact name={text.seal}>{text.sealFound(grouped(published.sealedHead.seq))}</Fact>
      <Fact name={text.recomputed}>
        {isSince
          ? text.since
          : sheets.length === 1 && only !== undefined
            ? text.recomputedOne(formatPoints(only.score))
            : text.recomputedAll(sheets.length)}
      </Fact>
    </>
  )
}

function DifferenceWords({ difference }: { readonly difference: Difference }) {
  const text = useText(verifyText)
  switch (difference.kind) {
    case 'seal-missing':
      return text.sealMissing
    case 'code-missing':
      return text.codeMissing
    case 'unchecked':
      return text.unchecked(text[CHECK_NAMES[difference.what]])
    case 'score':
      return text.scoreDiffers(difference.name, formatPoints(difference.inFile), formatPoints(difference.published))
    case 'failed': {
      const { what, failed, failures } = difference
      return (
        <>
          <b>{text[CHECK_NAMES[what]]}</b>
          {failures.map(({ line, seq, message }, place) => {
            const where = text.at(line === null ? '' : text.line(line), seq === null ? '' : text.entry(seq))
            return (
              <p key={place}>
                {where === '' ? null : <span className="nw">{where} </span>}
                {message}
              </p>
            )
          })}
          {failed > failures.length ? <p>{text.more(failed - failures.length)}</p> : null}
        </>
      )
    }
  }
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Thousands apart by a thin space. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, '\u2009')
}
