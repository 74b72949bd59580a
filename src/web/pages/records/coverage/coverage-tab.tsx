import { Link } from 'react-router'
import type { Answered } from '../../../client/call.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import { Unbroken } from '../../../ui/unbroken.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { useBase } from '../use-base.ts'
import { coverageText } from './coverage-text.ts'

type Coverage = Answered<'readCoverage'>
type Feed = Coverage['lines'][number]['feeds'][number]

/** Every clause of the notice with what feeds it; what nothing feeds stands on top. */
export function CoverageTab() {
  const text = useText(coverageText)
  const { assessmentId } = useBase()
  const { answer, problem, renew } = useAnswer('readCoverage', { params: { assessmentId } })
  useTitle(text.title)
  if (answer === null) return problem === null ? <Waiting rows={10} /> : <ProblemNotice problem={problem} onAgain={renew} /> // prettier-ignore
  const { lines, faults } = answer
  const fedBy = (kind: Feed['kind']) => lines.filter(({ feeds }) => feeds.some((feed) => feed.kind === kind)).length
  return (
    <section className="rec-part" aria-labelledby="rec-coverage">
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      <div className="sec-head">
        <h2 id="rec-coverage">{text.title}</h2>
      </div>
      <p className="lead">
        {faults.length === 0 ? text.whole(lines.length) : text.faulty(lines.length, faults.length)}
        {text.kinds(fedBy('detection'), fedBy('inspection'), fedBy('documents'))}
      </p>
      {faults.length === 0 ? null : (
        <ul className="problem">
          {faults.map(({ code, clauseId, message }) => (
            <li key={`${code} ${clauseId}`}>{message}</li>
          ))}
        </ul>
      )}
      <CoverageTable lines={lines} />
    </section>
  )
}

function CoverageTable({ lines }: { readonly lines: Coverage['lines'] }) {
  const text = useText(coverageText)
  return (
    <StackTable
      className="rec-coverage"
      rows={lines}
      keyOf={({ clauseId }) => clauseId}
      columns={[
        { head: text.clause, label: text.clause, className: 'ref', cell: ({ clauseId }) => clauseId },
        { head: text.quote, isName: true, className: 'rec-quote', cell: ({ quote }) => <Unbroken words={quote} /> },
        { head: text.feeds, className: 'rec-fed', cell: ({ feeds }) => <Feeds feeds={feeds} /> },
      ]}
    />
  )
}

function Feeds({ feeds }: { readonly feeds: readonly Feed[] }) {
  const text = useText(coverageText)
  if (feeds.length === 0) return <b>{text.none}</b>
  return (
    <dl className="rec-feeds">
      {feeds.map((feed) => (
        <div key={JSON.stringify(feed)}>
          <dt className="cap">{text[feed.kind]}</dt>
          <dd>
            <FeedWords feed={feed} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FeedWords({ feed }: { readonly feed: Feed }) {
  const text = useText(coverageText)
  const { base } = useBase()
  switch (feed.kind) {
    case 'detection':
      return <Link to={`${base}/detections#${feed.name}`}>{feed.title}</Link>
    case 'inspection':
      return feed.look
    case 'documents':
      return feed.ask
    case 'follows':
      return text.followsFrom(feed.clauseIds.join(' · '))
  }
}
