import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useText } from '../../text/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { closingText } from './closing-text.ts'

/** A step that binds: what it does is said before it is confirmed, and where words are owed (`stated`) there is no step without them. */
export function StatedAct({
  button,
  ask,
  effect,
  stated,
  isSending,
  onAct,
}: {
  readonly button: string
  readonly ask: string
  readonly effect: string
  readonly stated: { readonly label: string; readonly hint: string } | null
  readonly isSending: boolean
  readonly onAct: (words: string | null) => Promise<void>
}) {
  const text = useText(closingText)
  const [form] = Form.useForm<{ words: string }>()
  const [isAsking, setAsking] = useState(false)
  const begin = () =>
    void form.validateFields().then(
      () => setAsking(true),
      () => setAsking(false),
    )
  const act = async () => {
    setAsking(false)
    await onAct(stated === null ? null : form.getFieldValue('words').trim())
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="closing-act">
      {stated === null ? null : (
        <Form.Item
          name="words"
          label={stated.label}
          rules={[{ required: true, whitespace: true, message: text.required }]}
        >
          <Input.TextArea placeholder={stated.hint} maxLength={4000} rows={3} />
        </Form.Item>
      )}
      <p className="note">{effect}</p>
      <Button type="primary" loading={isSending} onClick={begin}>
        {button}
      </Button>
      <Dialog
        title={ask}
        open={isAsking}
        onOk={() => void act()}
        onCancel={() => setAsking(false)}
        okText={text.confirm}
        cancelText={text.cancel}
        width={480}
      >
        <p className="closing-effect">{effect}</p>
      </Dialog>
    </Form>
  )
}
