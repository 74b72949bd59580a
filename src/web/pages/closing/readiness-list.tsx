import { useState } from 'react'
import { Link } from 'react-router'
import { useText } from '../../text/language.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import type { Readiness } from './closing-answers.ts'
import { closingText } from './closing-text.ts'
import { matterGroups, type MatterGroup } from './matter-groups.ts'

/** Everything that is left, by what is to be done about it, each with the page where it is done. */
export function ReadinessList({ readiness: { matters, blocking } }: { readonly readiness: Readiness }) {
  const text = useText(closingText)
  return (
    <section className="closing-left" aria-labelledby="left">
      <div className="sec-head">
        <h2 id="left">{text.left}</h2>
        <span className="cap">{text.leftCount(blocking, matters.length - blocking)}</span>
      </div>
      {matters.length === 0 ? <p className="note">{text.none}</p> : null}
      {matterGroups(matters).map((group) => (
        <Group key={group.code} group={group} />
      ))}
    </section>
  )
}

const AT_ONCE = 5

function Group({ group: { code, isBlocking, matters } }: { readonly group: MatterGroup }) {
  const text = useText(closingText)
  const [shown, setShown] = useState(AT_ONCE)
  const rest = matters.length - shown
  return (
    <details open={isBlocking}>
      <summary>
        <h3>{code in text ? text[code as 'other'] : text.other}</h3>
        <span className="fig">{text.items(matters.length)}</span>
        <span className={isBlocking ? 'mk is-open' : 'mk is-dis'}>{isBlocking ? text.blocking : text.notBlocking}</span>
      </summary>
      <ul>
        {matters.slice(0, shown).map(({ ref, message, link }) => (
          <li key={ref ?? code}>
            <span>
              <Unbroken words={message} />
            </span>
            {code === 'period-open' ? null : <Link to={link}>{text.open}</Link>}
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <button type="button" className="btn sm" onClick={() => setShown(shown + AT_ONCE * 10)}>
          {text.more(Math.min(rest, AT_ONCE * 10))}
        </button>
      ) : null}
    </details>
  )
}
