import { Input, Radio } from 'antd'

/** One of a few, each in a line of its own where they are long. */
export function Choices<Value extends string>({
  legend,
  options,
  value,
  onChoose,
}: {
  readonly legend: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value | null
  readonly onChoose: (value: Value) => void
}) {
  return (
    <fieldset className="what-if-choices">
      <legend>{legend}</legend>
      <Radio.Group
        value={value}
        onChange={({ target }) => onChoose(target.value as Value)}
        options={options.map((one) => ({ ...one }))}
      />
    </fieldset>
  )
}

/** A number as a person types it; what it may be is said when it is added. */
export function NumberField({
  label,
  hint,
  value,
  onType,
}: {
  readonly label: string
  readonly hint?: string | null
  readonly value: string
  readonly onType: (typed: string) => void
}) {
  return (
    <label>
      <span>
        {label}
        {hint === undefined || hint === null ? null : <span className="cap"> {hint}</span>}
      </span>
      <Input
        value={value}
        inputMode="decimal"
        maxLength={12}
        style={{ width: 140 }}
        onChange={({ target }) => onType(target.value)}
      />
    </label>
  )
}
