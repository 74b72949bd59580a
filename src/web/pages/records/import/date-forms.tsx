import { DATE_FORMS, type DateForm } from '../../../../core/records/import-profile.ts'

const FORMS = Object.keys(DATE_FORMS) as DateForm[]

/** How the source writes dates: one way or several, each shown by an example. */
export function DateForms({
  label,
  forms,
  onForms,
}: {
  readonly label: string
  readonly forms: readonly DateForm[]
  readonly onForms: (forms: readonly DateForm[]) => void
}) {
  const turn = (form: DateForm, isChosen: boolean) =>
    onForms(isChosen ? [...forms, form] : forms.filter((one) => one !== form))
  return (
    <details className="rec-forms">
      <summary>
        {label}
        <span className="cap"> {forms.map((form) => DATE_FORMS[form]).join(' · ')}</span>
      </summary>
      <fieldset>
        <legend className="vh">{label}</legend>
        {FORMS.map((form) => (
          <label key={form}>
            <input
              type="checkbox"
              checked={forms.includes(form)}
              onChange={({ target }) => turn(form, target.checked)}
            />
            <code>{DATE_FORMS[form]}</code>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
