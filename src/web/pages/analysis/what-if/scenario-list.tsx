import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { printSupposition } from '../../../../core/analysis/what-if/print-supposition.ts'
import { cleanName, LONGEST_NAME } from '../../../../core/analysis/what-if/scenario.ts'
import { useText } from '../../../text/language.tsx'
import type { AddressedScenario } from './use-scenario.ts'
import { whatIfText } from './what-if-text.ts'

/** The scenario as sentences, in order; each can be moved and removed. `sentences`: by the supposition as it is written. */
export function ScenarioList({
  addressed: { scenario, change },
  sentences,
}: {
  readonly addressed: AddressedScenario
  readonly sentences: ReadonlyMap<string, string>
}) {
  const text = useText(whatIfText)
  const { suppositions, name } = scenario
  const [typed, setTyped] = useState(name)
  useEffect(() => setTyped(name), [name])
  if (suppositions.length === 0) return null
  const put = (next: typeof suppositions) => change({ ...scenario, suppositions: next })
  const rename = () => {
    const clean = cleanName(typed)
    if (clean !== name) change({ ...scenario, name: clean })
  }
  return (
    <section aria-labelledby="what-if-scenario">
      <div className="sec-head">
        <h2 id="what-if-scenario">{name === '' ? text.scenario : name}</h2>
      </div>
      <ol className="what-if-list">
        {suppositions.map((supposition, place) => {
          const said = printSupposition(supposition)
          const sentence = sentences.get(said) ?? said
          const swapped = (other: number) =>
            suppositions.map((one, at) =>
              at === place ? (suppositions[other] ?? one) : at === other ? supposition : one,
            )
          return (
            <li key={`${place} ${said}`}>
              <span>{sentence}</span>
              <span className="what-if-tools no-print">
                {suppositions.length === 1 ? null : (
                  <>
                    <button
                      type="button"
                      className="btn sm"
                      aria-label={text.up(sentence)}
                      disabled={place === 0}
                      onClick={() => put(swapped(place - 1))}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      className="btn sm"
                      aria-label={text.down(sentence)}
                      disabled={place === suppositions.length - 1}
                      onClick={() => put(swapped(place + 1))}
                    >
                      ↓
                    </button>
                  </>
                )}
                <button
                  type="button"
                  className="btn sm"
                  aria-label={text.remove(sentence)}
                  onClick={() => put(suppositions.filter((_, at) => at !== place))}
                >
                  {text.removeShort}
                </button>
              </span>
            </li>
          )
        })}
      </ol>
      <div className="what-if-name no-print">
        <label>
          {text.name}
          <Input
            value={typed}
            maxLength={LONGEST_NAME}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={rename}
            onPressEnter={rename}
          />
        </label>
        <button type="button" className="btn sm" onClick={() => change({ name: '', suppositions: [] })}>
          {text.clear}
        </button>
      </div>
    </section>
  )
}
