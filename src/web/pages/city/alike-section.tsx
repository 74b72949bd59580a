import { useText } from '../../text/language.tsx'
import type { Basis } from './city-answer.ts'
import { cityText } from './city-text.ts'
import { AlikeCenters } from './alike-centers.tsx'
import { AlikeDistricts } from './alike-districts.tsx'

/** Districts by what they were measured with: ranked where there are several of one kind, and never across kinds. */
export function AlikeSection({ bases }: { readonly bases: readonly Basis[] }) {
  const text = useText(cityText)
  const shared = bases.filter(({ districts }) => districts.length > 1)
  const alone = bases.flatMap(({ districts }) => (districts.length > 1 ? [] : districts.map(({ name }) => name)))
  return (
    <section aria-labelledby="city-alike">
      <div className="sec-head">
        <h2 id="city-alike">{text.alike}</h2>
        <span className="cap">{text.alikeNote}</span>
      </div>
      {shared.length === 0 ? <p>{text.none}</p> : null}
      {shared.map((basis) => (
        <Alike key={basis.basis} basis={basis} />
      ))}
      {shared.length === 0 || alone.length === 0 ? null : <p className="note city-alone">{text.alone(alone)}</p>}
    </section>
  )
}

function Alike({ basis }: { readonly basis: Basis }) {
  const text = useText(cityText)
  const { title, noticeNumber, periodFrom, periodTo } = basis
  return (
    <div className="city-alike">
      <h3>{text.alikeTitle(title, noticeNumber ?? '')}</h3>
      {periodFrom === null || periodTo === null ? null : <p className="cap">{text.period(periodFrom, periodTo)}</p>}
      <AlikeDistricts basis={basis} />
      <AlikeCenters basis={basis} />
      <p className="cap">
        {text.basisDigest} <span className="code city-digest">{basis.basis}</span>
      </p>
    </div>
  )
}
