import { Button, Input, Upload } from 'antd'
import { useId, useState } from 'react'
import { LONGEST_NOTICE } from '../../../core/notice/source/longest-notice.ts'
import { markedHead } from '../../../core/notice/source/marked-source.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import { DocumentCard } from './document-card.tsx'
import { noticesText } from './notices-text.ts'
import { UnderWay } from './under-way.tsx'
import { useNoticeFile, type TakenNotice } from './use-notice-file.ts'

/** The notice to compile: pasted as text, or of a file, chosen or dropped. */
export function NoticeSource({
  given,
  isCompiling,
  isBroken,
  onText,
}: {
  readonly given: string
  readonly isCompiling: boolean
  readonly isBroken: boolean
  /** `taken` where it came from a file. */
  readonly onText: (text: string, taken: TakenNotice | null) => void
}) {
  const text = useText(noticesText)
  const field = useId()
  const hint = useId()
  const [written, setWritten] = useState(given)
  const { take, underWay, stop, said, problem } = useNoticeFile()
  const head = markedHead(written)
  const takeFile = async (file: File) => {
    const taken = await take(file)
    if (taken === null) return
    setWritten(taken.text)
    onText(taken.text, taken)
  }
  const { isOver, target } = useFileDrop((file) => void takeFile(file))
  return (
    <section
      className={`notices-source${isOver ? ' is-over' : ''}`}
      aria-label={text.sourceArea}
      {...target}
    >
      {head === null ? (
        <>
          <label htmlFor={field}>{text.source}</label>
          <p id={hint} className="cap">
            {text.sourceHint}
          </p>
          <Input.TextArea
            id={field}
            aria-describedby={hint}
            value={written}
            onChange={(event) => setWritten(event.target.value)}
            rows={14}
            className="notice-grows"
            maxLength={LONGEST_NOTICE}
            lang="zh-Hans"
          />
        </>
      ) : (
        <DocumentCard head={head} source={written} />
      )}
      {said === null && !isBroken ? null : (
        <div className="problem" role="alert">
          <p>{isBroken ? text.broken : said}</p>
        </div>
      )}
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {underWay === null ? null : <UnderWay file={underWay} onStop={stop} />}
      <div className="notices-acts" aria-live="polite">
        <Button
          type="primary"
          loading={isCompiling}
          disabled={written.trim() === '' || underWay !== null}
          onClick={() => onText(written, null)}
        >
          {isCompiling ? text.compiling : text.compile}
        </Button>
        <Upload
          accept=".docx,.docm,.pdf,.xlsx,.xlsm,.txt,.md,.html,.htm"
          showUploadList={false}
          beforeUpload={(file) => {
            void takeFile(file)
            return false
          }}
        >
          <Button>{head === null ? text.file : text.otherFile}</Button>
        </Upload>
        {head === null ? null : (
          <button type="button" className="btn" onClick={() => setWritten('')}>
            {text.pasteInstead}
          </button>
        )}
      </div>
    </section>
  )
}
