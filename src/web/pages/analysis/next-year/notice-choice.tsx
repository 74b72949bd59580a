import { Button, Upload } from 'antd'
import type { Digest } from '../../../../core/ledger/chain.ts'
import { markedHead } from '../../../../core/notice/source/marked-source.ts'
import { call, type Answered } from '../../../client/call.ts'
import { useSession } from '../../../client/session.tsx'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useFileDrop } from '../../../ui/use-file-drop.ts'
import { DocumentCard } from '../../notices/document-card.tsx'
import { UnderWay } from '../../notices/under-way.tsx'
import { useNoticeFile } from '../../notices/use-notice-file.ts'
import { VersionChoice, type Version } from '../../notices/version-choice.tsx'
import { nextYearText } from './next-year-text.ts'

/** The other notice: adopted, pasted, or of a file; or this year's own, as where a draft begins. */
export function NoticeChoice({
  version,
  rubrics,
  current,
  isWorking,
  onChange,
  onSend,
}: {
  readonly version: Version
  readonly rubrics: Answered<'listRubrics'>['rubrics']
  /** The rubric that holds this year. */
  readonly current: Digest | null
  readonly isWorking: boolean
  readonly onChange: (version: Version) => void
  readonly onSend: () => void
}) {
  const text = useText(nextYearText)
  const { csrfToken } = useSession()
  const { take, underWay, stop, said, problem } = useNoticeFile()
  const head = version.digest === null ? markedHead(version.text) : null
  const takeFile = async (file: File) => {
    const taken = await take(file)
    if (taken !== null) onChange({ digest: null, text: taken.text })
  }
  const begin = async (rubricDigest: Digest) => {
    const told = await call('readAdoptedRubric', { params: { rubricDigest } }, { csrfToken })
    if (told.ok) onChange({ digest: null, text: told.value.notice })
  }
  const { isOver, target } = useFileDrop((file) => void takeFile(file))
  return (
    <section className={`next-year-choice${isOver ? ' is-over' : ''}`} aria-label={text.other} {...target}>
      {head === null ? (
        <VersionChoice name={text.other} version={version} rubrics={rubrics} onChange={onChange} />
      ) : (
        <DocumentCard head={head} source={version.text} />
      )}
      {said === null ? null : (
        <div className="problem" role="alert">
          <p>{said}</p>
        </div>
      )}
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {underWay === null ? null : <UnderWay file={underWay} onStop={stop} />}
      <div className="notices-acts">
        <Button
          type="primary"
          loading={isWorking}
          disabled={version.digest === null && version.text.trim() === ''}
          onClick={onSend}
        >
          {isWorking ? text.working : text.send}
        </Button>
        <Upload
          accept=".docx,.docm,.pdf,.xlsx,.xlsm,.txt,.md,.html,.htm"
          showUploadList={false}
          beforeUpload={(file) => {
            void takeFile(file)
            return false
          }}
        >
          <Button>{text.file}</Button>
        </Upload>
        {current === null ? null : <Button onClick={() => void begin(current)}>{text.startFrom}</Button>}
        {head === null ? (
          <span className="cap">{text.drop}</span>
        ) : (
          <Button onClick={() => onChange({ digest: null, text: '' })}>{text.otherSource}</Button>
        )}
      </div>
    </section>
  )
}
