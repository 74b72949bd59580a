import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useText } from '../../../text/language.tsx'
import { whatIfText } from './what-if-text.ts'

/** Adds what is said; answers what is wrong with it, null where nothing is. */
export type Add = (said: string) => string | null

/** Fields that say one supposition in words, and the button that adds it. What is wrong is told by the fields. */
export function SaidForm({
  said,
  isWhole,
  add,
  onAdded,
  children,
}: {
  readonly said: string
  /** Whether enough is chosen to try. */
  readonly isWhole: boolean
  readonly add: Add
  readonly onAdded?: () => void
  readonly children: ReactNode
}) {
  const text = useText(whatIfText)
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <form
      className="what-if-form"
      onSubmit={(event) => {
        event.preventDefault()
        const why = add(said)
        setWrong(why)
        if (why === null) onAdded?.()
      }}
    >
      {children}
      {wrong === null ? null : (
        <p className="what-if-wrong" role="alert">
          {wrong}
        </p>
      )}
      <div>
        <Button type="primary" htmlType="submit" disabled={!isWhole}>
          {text.addIt}
        </Button>
      </div>
    </form>
  )
}
