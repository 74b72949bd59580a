import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useText } from '../../../text/language.tsx'
import type { Certainty } from './certainty-answer.ts'
import { certaintyText } from './certainty-text.ts'

const SHARES = ['substantiated', 'reversed', 'approved', 'kept'] as const
const AMOUNTS = ['even', 'least', 'most'] as const
const DRAWS = [1000, 10_000, 20_000]

/** Every figure that the chances rest on, to be read and to be changed. */
export function AssumptionForm({
  certainty: { drawing, assumptionSentences },
  onSend,
  onReset,
}: {
  readonly certainty: Certainty
  readonly onSend: (query: Record<string, string>) => void
  readonly onReset: () => void
}) {
  const text = useText(certaintyText)
  const [assumed, setAssumed] = useState(drawing.assumptions)
  const [seed, setSeed] = useState(drawing.seed)
  const [draws, setDraws] = useState(drawing.draws)
  const send = () => {
    const changed = [...SHARES, 'amounts' as const].filter((name) => assumed[name] !== drawing.assumptions[name])
    const kept = new URLSearchParams(window.location.search)
    onSend({
      ...Object.fromEntries(kept),
      ...Object.fromEntries(changed.map((name) => [name, String(assumed[name])])),
      seed: String(seed),
      draws: String(draws),
    })
  }
  return (
    <>
      <ul className="certainty-assumed">
        {assumptionSentences.map((sentence) => (
          <li key={sentence}>{sentence}。</li>
        ))}
      </ul>
      <form
        className="certainty-form no-print"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {SHARES.map((name) => (
          <label key={name} htmlFor={`certainty-${name}`}>
            <span>{text[name]}</span>
            <InputNumber
              id={`certainty-${name}`}
              min={0}
              max={100}
              precision={0}
              value={assumed[name]}
              onChange={(value) => setAssumed({ ...assumed, [name]: value ?? 0 })}
            />
          </label>
        ))}
        <label htmlFor="certainty-amounts">
          <span>{text.amounts}</span>
          <Select
            id="certainty-amounts"
            value={assumed.amounts}
            options={AMOUNTS.map((value) => ({ value, label: text[value] }))}
            onChange={(amounts) => setAssumed({ ...assumed, amounts })}
          />
        </label>
        <label htmlFor="certainty-seed">
          <span>{text.seed}</span>
          <InputNumber
            id="certainty-seed"
            min={0}
            max={4_294_967_295}
            precision={0}
            value={seed}
            onChange={(value) => setSeed(value ?? 0)}
          />
        </label>
        <label htmlFor="certainty-draws">
          <span>{text.draws}</span>
          <Select
            id="certainty-draws"
            value={draws}
            options={[...new Set([...DRAWS, drawing.draws])].map((value) => ({ value, label: String(value) }))}
            onChange={setDraws}
          />
        </label>
        <div className="certainty-buttons">
          <Button type="primary" htmlType="submit">
            {text.again}
          </Button>
          <Button onClick={onReset}>{text.reset}</Button>
        </div>
      </form>
    </>
  )
}
