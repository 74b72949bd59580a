import { Button, Input, Upload } from 'antd'
import { useId, useState } from 'react'
import { useText } from '../../text/language.tsx'
import { noticesText } from './notices-text.ts'
import { LONGEST, readNoticeFile } from './read-notice-file.ts'

/** The text to compile: pasted, or of a file, which is read here and goes nowhere. */
export function NoticeSource({
  given,
  isCompiling,
  isBroken,
  onText,
}: {
  readonly given: string
  readonly isCompiling: boolean
  readonly isBroken: boolean
  /** `fileName` where it came from a file. */
  readonly onText: (text: string, fileName: string | null) => void
}) {
  const text = useText(noticesText)
  const field = useId()
  const hint = useId()
  const [written, setWritten] = useState(given)
  const [said, setSaid] = useState<string | null>(null)
  const take = async (file: File) => {
    const read = readNoticeFile(new Uint8Array(await file.arrayBuffer()))
    if (read.kind === 'document') return setSaid(text.fileDocument(file.name, read.form))
    if (read.kind === 'empty') return setSaid(text.fileEmpty(file.name))
    if (read.kind === 'not-text') return setSaid(text.fileNotText(file.name))
    if (read.kind === 'too-large') return setSaid(text.fileTooLarge(file.name))
    setWritten(read.text)
    setSaid(read.isAssumed ? text.fileAssumed(file.name) : null)
    onText(read.text, file.name)
  }
  return (
    <section className="notices-source">
      <label htmlFor={field}>{text.source}</label>
      <p id={hint} className="cap">
        {text.sourceHint}
      </p>
      <Input.TextArea
        id={field}
        aria-describedby={hint}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
        rows={14} className="notice-grows"
        maxLength={LONGEST}
        lang="zh-Hans"
      />
      {said === null && !isBroken ? null : (
        <div className="problem" role="alert">
          <p>{isBroken ? text.broken : said}</p>
        </div>
      )}
      <div className="notices-acts" aria-live="polite">
        <Button
          type="primary"
          loading={isCompiling}
          disabled={written.trim() === ''}
          onClick={() => onText(written, null)}
        >
          {isCompiling ? text.compiling : text.compile}
        </Button>
        <Upload
          accept=".txt,.md,.html,.htm,text/plain,text/html,text/markdown"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file)
            return false
          }}
        >
          <Button>{text.file}</Button>
        </Upload>
      </div>
    </section>
  )
}
