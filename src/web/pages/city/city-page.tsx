import { Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { DocumentMenu } from '../../ui/document-menu.tsx'
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
  const { answer, problem, isWaiting, isStale, renew } = useAnswer('readCity', { query })
  useTitle(text.page)
  // Of an address with a year of which nothing is published one gets back to those of which something is.
  const isOfThem = answer === null || answer.year === null || answer.years.includes(answer.year)
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
            <div className="city-tools">
              {answer.years.length < 2 && isOfThem ? null : (
                <Segmented
                  aria-label={text.whichYear}
                  value={query.year ?? answer.year}
                  options={answer.years.map((year) => ({ value: year, label: text.year(year) }))}
                  onChange={(year) => setSearch({ year: String(year) }, { replace: true })}
                />
              )}
              {answer.districts.length === 0 ? null : (
                <DocumentMenu operation="readCityDocument" asked={(form) => ({ query: { ...query, form } })} />
              )}
            </div>
          </div>
          {isStale && problem === null ? <Waiting rows={0} /> : null}
          {answer.districts.length === 0 ? null : <DistrictsTable city={answer} />}
          {answer.bases.length === 0 ? null : <AlikeSection bases={answer.bases} />}
        </>
      )}
    </main>
  )
}

function Lead({ city: { districts, year, years } }: { readonly city: City }) {
  const text = useText(cityText)
  const all = districts.length
  const published = districts.filter((one) => one.published.length > 0).length
  const unclear = districts.filter((one) => one.published.length === 0 && one.unreadable > 0).length
  if (all === 0) return <p className="lead">{text.noDistricts}</p>
  const lead = () => {
    if (published > 0 && year !== null) return text.lead(all, published, unclear, year)
    if (unclear > 0) return text.leadUnclear(all, unclear)
    return year === null || years.length === 0 ? text.leadNone(all) : text.leadYearNone(all, year)
  }
  return (
    <>
      <p className="lead">{lead()}</p>
      <p className="note">{text.sees}</p>
    </>
  )
}
