import { printScenario } from '../../../../core/analysis/what-if/scenario.ts'
import { useSession } from '../../../client/session.tsx'
import { useText } from '../../../text/language.tsx'
import { useKeptState } from '../../../ui/use-kept-state.ts'
import type { AddressedScenario } from './use-scenario.ts'
import { whatIfText } from './what-if-text.ts'

interface KeptScenario {
  readonly name: string
  readonly text: string
}

const NONE: readonly KeptScenario[] = []

/** Scenarios by their names, in the browser of this device: opened again, or laid beside the one that is open. */
export function KeptScenarios({
  assessmentId,
  addressed,
}: {
  readonly assessmentId: string
  readonly addressed: AddressedScenario
}) {
  const text = useText(whatIfText)
  const { me } = useSession()
  const place = `what-if.${me?.district}.${me?.personId}.${assessmentId}`
  const [kept, setKept] = useKeptState(place, areScenarios, NONE)
  const { scenario, openText, besides } = addressed
  const now = printScenario(scenario)
  const hasSome = scenario.suppositions.length > 0
  if (kept.length === 0 && !hasSome) return null
  const keep = () => {
    const name = scenario.name === '' ? text.unnamed : scenario.name
    const entry = { name, text: printScenario({ ...scenario, name }) }
    setKept([...kept.filter((one) => one.name !== name), entry])
    openText(entry.text)
  }
  return (
    <section aria-labelledby="what-if-kept" className="no-print">
      <div className="sec-head">
        <h2 id="what-if-kept">{text.kept}</h2>
      </div>
      {hasSome ? (
        <button type="button" className="btn" disabled={kept.some((one) => one.text === now)} onClick={keep}>
          {kept.some((one) => one.text === now) ? text.isKept : text.keep}
        </button>
      ) : null}
      <ul className="what-if-list">
        {kept.map((one) => (
          <li key={one.name}>
            <span>{one.name}</span>
            <span className="what-if-tools">
              {one.text === now ? null : (
                <>
                  <button type="button" className="btn sm" onClick={() => openText(one.text)}>
                    {text.open}
                  </button>
                  {hasSome ? (
                    <button type="button" className="btn sm" onClick={() => besides(one.text)}>
                      {text.compare}
                    </button>
                  ) : null}
                </>
              )}
              <button
                type="button"
                className="btn sm"
                aria-label={text.forget(one.name)}
                onClick={() => setKept(kept.filter((other) => other !== one))}
              >
                {text.forgetShort}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <p className="note">{text.keptHere}</p>
    </section>
  )
}

function areScenarios(value: unknown): value is readonly KeptScenario[] {
  return (
    Array.isArray(value) &&
    value.every((one: Partial<KeptScenario> | null) => typeof one?.name === 'string' && typeof one.text === 'string')
  )
}
