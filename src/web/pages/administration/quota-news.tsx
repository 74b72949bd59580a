import { Link } from 'react-router'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { percentOf } from './quota-amount.ts'
import { quotaText } from './quota-text.ts'

/** Where an administrator begins: which quotas are nearly used up, or are; nothing where none is. */
export function QuotaNews({ to }: { readonly to: string }) {
  const text = useText(quotaText)
  const { answer } = useAnswer('readQuotas', {})
  const short = answer?.quotas.filter(({ standing }) => standing === 'near' || standing === 'full') ?? []
  if (short.length === 0) return null
  const isFull = short.some(({ standing }) => standing === 'full')
  const sentences = short.map((quota) =>
    quota.standing === 'full'
      ? text.newsFull(text[quota.name])
      : text.newsNear(text[quota.name], percentOf(quota) ?? 0),
  )
  return (
    <p className="quotas-news">
      <span className={`lamp ${isFull ? 'over' : 'near'}`}>
        <i aria-hidden="true" />
        {sentences.join(text.semicolon)}
        {text.stop}
      </span>{' '}
      <Link to={to}>{text.look}</Link>
    </p>
  )
}
