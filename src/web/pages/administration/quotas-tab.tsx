import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { minuteOf } from '../records/figures.ts'
import { administrationText } from './administration-text.ts'
import { amountOf, percentOf, type Quota } from './quota-amount.ts'
import { quotaText } from './quota-text.ts'
import './quotas.css'

/** 用量与配额: how much of each the district holds, how much it may, and what happens when that is full. */
export function QuotasTab() {
  const text = useText(administrationText)
  const own = useText(quotaText)
  const { answer, problem, renew } = useAnswer('readQuotas', {})
  const district = useAnswer('readDistrict', {}).answer?.district ?? ''
  const isLimited = answer?.quotas.some(({ limit }) => limit !== null) === true
  return (
    <section aria-labelledby="administration-quotas">
      <div className="sec-head">
        <h2 id="administration-quotas">{text.quotas}</h2>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={4} /> : null}
      {answer === null ? null : <p className="lead">{isLimited ? own.lead : own.leadNone}</p>}
      <ul className="quotas">
        {answer?.quotas.map((quota) => (
          <QuotaRow key={quota.name} quota={quota} district={district} />
        ))}
      </ul>
    </section>
  )
}

function QuotaRow({ quota, district }: { readonly quota: Quota; readonly district: string }) {
  const text = useText(quotaText)
  const { name, used, limit, standing, countedAt } = quota
  const said = (amount: number) => text[`${name}Of`](amountOf(name, amount))
  const percent = percentOf(quota)
  return (
    <li>
      <div className="quotas-line">
        <h3 id={`quota-${name}`}>{text[name]}</h3>
        <span>
          <b>{text.used(said(used))}</b>
          <span className="quotas-most">{limit === null ? text.unlimited : text.most(said(limit))}</span>
        </span>
        {standing === 'near' || standing === 'full' ? (
          <span className={`lamp ${standing === 'near' ? 'near' : 'over'}`}>
            <i aria-hidden="true" />
            {text[standing]}
          </span>
        ) : null}
        {name === 'evidenceBytes' ? <span className="cap">{text.countedAt(minuteOf(countedAt))}</span> : null}
      </div>
      {limit === null || percent === null ? null : (
        <div
          className={`quotas-bar ${standing}`}
          role="meter"
          aria-labelledby={`quota-${name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.min(percent, 100)}
          aria-valuetext={text.share(percent)}
        >
          <i style={{ inlineSize: `${Math.min(percent, 100)}%`, minInlineSize: used > 0 ? 2 : 0 }} />
        </div>
      )}
      {limit === null ? null : (
        <p className={standing === 'fine' ? 'cap' : 'quotas-next'}>
          {standing === 'near' ? leftOf(text, name, said(limit - used)) : null}
          {text[`${name}Full`]}
        </p>
      )}
      {standing === 'near' || standing === 'full' ? (
        <p className="quotas-next">
          {text.raise}{' '}
          <code>
            mingheng district quota {district} --{OPTIONS[name]} {text.number}
          </code>
        </p>
      ) : null}
    </li>
  )
}

function leftOf(text: (typeof quotaText)['zh'], name: Quota['name'], amount: string): string {
  if (name === 'people') return text.peopleLeft(amount)
  return name === 'assessments' ? text.assessmentsLeft(amount) : text.left(amount)
}

/** As the command has them; evidence is set in GB. */
const OPTIONS: Readonly<Record<Quota['name'], string>> = {
  people: 'people',
  assessments: 'assessments',
  evidenceBytes: 'evidence-gb',
  records: 'records',
}
