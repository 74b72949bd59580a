import { memo } from 'react'
import { useText } from '../../text/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { findingsText } from './findings-text.ts'

export const KeysHelp = memo(function KeysHelp({
  isOpen,
  mayNotify,
  mayDismiss,
  onClose,
}: {
  readonly isOpen: boolean
  readonly mayNotify: boolean
  readonly mayDismiss: boolean
  readonly onClose: () => void
}) {
  const text = useText(findingsText)
  const keys: readonly (readonly [key: string, does: string, isThere: boolean])[] = [
    ['J K', text.keyMove, true],
    ['Enter', text.keyOpen, true],
    ['X', text.keySelect, mayNotify],
    ['/', text.keySearch, true],
    ['N', text.keyNotify, mayNotify],
    ['D', text.keyDismiss, mayDismiss],
    ['L', text.keyLater, true],
    ['?', text.keyHelp, true],
  ]
  return (
    <Dialog open={isOpen} title={text.keys} footer={null} onCancel={onClose}>
      <dl className="findings-keys">
        {keys
          .filter(([, , isThere]) => isThere)
          .map(([key, does]) => (
            <div key={key}>
              <dt>
                {key.split(' ').map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
      </dl>
    </Dialog>
  )
})
