import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'
import { usePhone } from './use-phone.tsx'

const SAID = { yes: 'installed', 'not-yet': 'notInstalled', insecure: 'insecure', unsupported: 'unsupported' } as const

/** Whether the page opens without a network; where it will not, what to do instead. */
export function InstalledNote() {
  const text = useText(inspectionText)
  const { installed } = usePhone()
  if (installed === null) return null
  return <p className={installed === 'yes' ? 'cap' : 'insp-warn'}>{text[SAID[installed]]}</p>
}
