import { Segmented } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useAnswerPages } from '../../client/use-answer-pages.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { bonusesText } from './bonuses-text.ts'
import { BonusesTable } from './bonuses-table.tsx'

const STANDINGS = ['proposed', 'approved', 'rejected'] as const

/** All applications for bonuses, the newest first; a center sees its own. */
export function BonusesPage() {
  const text = useText(bonusesText)
  const { assessmentId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const params = { assessmentId: id<AssessmentId>(assessmentId) }
  const base = `/assessments/${assessmentId}`
  const standing = STANDINGS.find((one) => one === search.get('standing')) ?? null
  useTitle(text.title)
  const rubric = useAnswer('readRubric', { params }).answer?.rubric ?? null
  const list = useAnswerPages('listBonuses', {
    params,
    query: { limit: 100, ...(standing === null ? {} : { standing }) },
  })
  const bonuses = list.pages.flatMap((page) => page.bonuses)
  const open = bonuses.filter(({ bonus }) => bonus.standing === 'proposed').length
  const isRead = !list.isWaiting && list.problem === null && !list.isStale
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          {!isRead || bonuses.length === 0 || standing !== null ? null : (
            <p className="lead">{list.hasMore ? text.leadSome(bonuses.length) : text.lead(bonuses.length, open)}</p>
          )}
        </div>
        <Segmented
          aria-label={text.which}
          value={standing ?? 'all'}
          options={['all' as const, ...STANDINGS].map((value) => ({ value, label: text[value] }))}
          onChange={(value) => setSearch(value === 'all' ? {} : { standing: value }, { replace: true })}
        />
      </div>
      {list.problem === null ? null : <ProblemNotice problem={list.problem} onAgain={list.renew} />}
      {list.isWaiting || rubric === null ? (
        list.problem === null ? (
          <Waiting rows={8} />
        ) : null
      ) : bonuses.length === 0 ? (
        standing === null ? (
          <p>
            {text.noneAtAll} <Link to={`${base}/findings`}>{text.toFindings}</Link>
          </p>
        ) : (
          <p>
            {text.none} <Link to={`${base}/bonuses`}>{text.showAll}</Link>
          </p>
        )
      ) : (
        <BonusesTable bonuses={bonuses} rubric={rubric} base={base} />
      )}
      {list.hasMore ? (
        <button type="button" className="btn no-print" disabled={list.isReadingMore} onClick={list.readMore}>
          {text.more}
        </button>
      ) : null}
    </main>
  )
}
