import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { parseScenario, printScenario, type Scenario } from '../../../../core/analysis/what-if/scenario.ts'
import { parseSupposition } from '../../../../core/analysis/what-if/parse-supposition.ts'
import { useStable } from '../../../ui/use-stable.ts'

const NONE: Scenario = { name: '', suppositions: [] }

/** The scenario lives in the address, so that it can be sent to somebody and gone back from. */
export interface AddressedScenario {
  /** As the address has it, which a person may have typed. */
  readonly text: string
  /** Without suppositions where the address cannot be read. */
  readonly scenario: Scenario
  readonly besideText: string | null
  readonly change: (next: Scenario) => void
  /** Adds what is said in words; answers what is wrong with them, null where nothing is. */
  readonly add: (said: string) => string | null
  readonly openText: (text: string) => void
  readonly besides: (text: string | null) => void
}

export function useScenario(): AddressedScenario {
  const [search, setSearch] = useSearchParams()
  const text = search.get('scenario') ?? ''
  const besideText = search.get('beside')
  const scenario = useMemo(() => {
    const parsed = parseScenario(text)
    return parsed.ok ? parsed.value : NONE
  }, [text])
  const go = (next: string, beside: string | null) => {
    const said = new URLSearchParams()
    if (next !== '') said.set('scenario', next)
    if (beside !== null) said.set('beside', beside)
    setSearch(said, { preventScrollReset: true })
  }
  const change = useStable((next: Scenario) => go(printScenario(next), besideText))
  return {
    text,
    scenario,
    besideText,
    change,
    add: useStable((said: string) => {
      const parsed = parseSupposition(said)
      if (!parsed.ok) return parsed.why
      change({ ...scenario, suppositions: [...scenario.suppositions, parsed.supposition] })
      return null
    }),
    openText: useStable((next: string) => go(next, null)),
    besides: useStable((beside: string | null) => go(text, beside)),
  }
}
