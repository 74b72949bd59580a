import { Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AlikeSection } from './alike-section.tsx'
import type { City } from './city-answer.ts'
import './city.css'
import { cityText } from './city-text.ts'
import { DistrictsTable } from './districts-table.tsx'

/** A city's view: what its districts have published, side by side, and ranked only where it compares. */
export function CityPage() {
  const text = useText(cityText)
  const [search, setSearch] = useSearchParams()
  const asked = Number(search.get('year') ?? '')
  const query = Number.isInteger(asked) && asked >= 1900 && asked <= 2999 ? { year: asked } : {}
  const { answer, problem, isWaiting, renew } = useAnswer('readCity', { query })
  useTitle(text.page)
  return (
    <main className="wrap city">
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {isWaiting ? <Waiting rows={8} /> : null}
      {answer === null ? null : (
        <>
          <div className="head">
            <div>
              <h1>{text.title(answer.cityName)}</h1>
              <Lead city={answer} />
            </div>
            {answer.years.length < 2 ? null : (
              <Segmented
                aria-label={text.whichYear}
                value={answer.year}
                options={answer.years.map((year) => ({ value: year, label: text.year(year) }))}
                onChange={(year) => setSearch({ year: String(year) }, { replace: true })}
              />
            )}
          </div>
          {answer.districts.length === 0 ? null : <DistrictsTable city={answer} />}
          {answer.bases.length === 0 ? null : <AlikeSection bases={answer.bases} />}
        </>
      )}
    </main>
  )
}

function Lead({ city: { districts, year, years } }: { readonly city: City }) {
  const text = useText(cityText)
  const published = districts.filter((one) => one.published.length > 0).length
  if (districts.length === 0) return <p className="lead">{text.noDistricts}</p>
  return (
    <>
      <p className="lead">
        {years.length === 0 || year === null
          ? text.leadNone(districts.length)
          : text.lead(districts.length, published, year)}
      </p>
      <p className="note">{text.sees}</p>
    </>
  )
}
