import { useText } from '../../text/language.tsx'
import type { Assessment } from './closing-answers.ts'
import { closingText } from './closing-text.ts'

const STAGES = ['running', 'closed', 'sealed', 'published'] as const satisfies readonly Assessment['stage'][]

/** Four steps in words; the one that holds is said to assistive technology too. */
export function StageLine({ stage }: { readonly stage: Assessment['stage'] }) {
  const text = useText(closingText)
  const reached = STAGES.indexOf(stage)
  return (
    <ol className="closing-stages" aria-label={text.stages}>
      {STAGES.map((one, place) => (
        <li
          key={one}
          className={place < reached ? 'done' : place === reached ? 'here' : ''}
          aria-current={place === reached ? 'step' : undefined}
        >
          <i aria-hidden="true" />
          {text[one]}
        </li>
      ))}
    </ol>
  )
}
