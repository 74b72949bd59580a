import { Popconfirm } from 'antd'
import { Link } from 'react-router'
import { dropDraft } from '../../offline/record-acts.ts'
import { useText } from '../../text/language.tsx'
import { recordsText } from './records-text.ts'
import { linkTo } from './place-in-page.ts'
import { RecordHeading } from './record-heading.tsx'
import type { RecordWithFiles } from './record-with-files.ts'
import { usePhone } from './use-phone.tsx'

export function DraftLine({ record, files }: RecordWithFiles) {
  const text = useText(recordsText)
  const { store } = usePhone()
  return (
    <li>
      <RecordHeading record={record} files={files} />
      <p className="insp-acts">
        <Link className="insp-small" to={linkTo({ tab: 'record', recordId: record.id })}>
          {text.goOnWriting}
        </Link>
        <Popconfirm
          title={text.removeSure}
          okText={text.remove}
          cancelText={text.cancel}
          onConfirm={() => void dropDraft(store, record.id)}
        >
          <button type="button" className="insp-small">
            {text.remove}
          </button>
        </Popconfirm>
      </p>
    </li>
  )
}
