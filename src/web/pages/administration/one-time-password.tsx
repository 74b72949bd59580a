import { Button } from 'antd'
import { useText } from '../../text/language.tsx'
import { administrationText } from './administration-text.ts'

export function OneTimePassword({
  username,
  password,
  onClose,
}: {
  readonly username: string
  readonly password: string
  readonly onClose: () => void
}) {
  const text = useText(administrationText)
  return (
    <div className="administration-once" role="status">
      <p>
        {text.oneTime(username)} <b className="code">{password}</b>
      </p>
      <p className="note">{text.oneTimeHint}</p>
      <Button size="small" onClick={onClose}>
        {text.noted}
      </Button>
    </div>
  )
}
