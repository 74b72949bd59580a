import { useKeptState } from '../ui/use-kept-state.ts'

/** The same in every letter of an office, so that it is typed once. */
const OF_OFFICE = ['issuer', 'office', 'contact', 'phone', 'printedBy'] as const
const OF_LETTER = ['number', 'signer', 'addressees', 'date', 'copiesTo', 'printedOn', 'requirements'] as const

export type LetterField = (typeof OF_OFFICE)[number] | (typeof OF_LETTER)[number]
export type LetterDraft = { readonly [Field in LetterField]?: string }

/** What was typed, and what of it is to be asked for: a blank field is left out. */
export function useLetterDraft(place: string): {
  readonly draft: LetterDraft
  readonly asked: LetterDraft
  readonly set: (field: LetterField, text: string) => void
} {
  const [office, setOffice] = useKeptState<LetterDraft>('letter.office', isDraft, NOTHING)
  const [own, setOwn] = useKeptState<LetterDraft>(`letter.${place}`, isDraft, NOTHING)
  const draft = { ...office, ...own }
  return {
    draft,
    asked: Object.fromEntries(Object.entries(draft).filter(([, text]) => text.trim() !== '')),
    set: (field, text) => {
      const become = isOfOffice(field) ? setOffice : setOwn
      become((before) => ({ ...before, [field]: text }))
    },
  }
}

const FIELDS: ReadonlySet<string> = new Set([...OF_OFFICE, ...OF_LETTER])

const NOTHING: LetterDraft = {}

function isOfOffice(field: LetterField): boolean {
  return (OF_OFFICE as readonly string[]).includes(field)
}

function isDraft(value: unknown): value is LetterDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([field, text]) => FIELDS.has(field) && typeof text === 'string')
  )
}
