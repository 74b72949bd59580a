import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { ImportProfile } from '../../../../core/records/import-profile.ts'
import type { Answered } from '../../../client/call.ts'
import { useAct } from '../../../client/use-act.ts'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useBase } from '../use-base.ts'
import { importText } from './import-text.ts'

/** Confirms the profile where it is new, and puts the import in line. Nothing is imported that was not checked first. */
export function StartImport({
  fileId,
  profile,
  isNew,
  isReady,
  preview,
}: {
  readonly fileId: string
  readonly profile: ImportProfile
  readonly isNew: boolean
  readonly isReady: boolean
  readonly preview: Answered<'previewImport'> | null
}) {
  const text = useText(importText)
  const { base } = useBase()
  const go = useNavigate()
  const confirm = useAct('confirmProfile')
  const start = useAct('startImport')
  if (preview === null || !isReady) return null
  const isSound = preview.faulty === 0 && preview.faults.length === 0
  const send = async () => {
    if (isNew && !(await confirm.send({ body: { profile } })).ok) return
    const told = await start.send({ body: { fileId, profileId: profile.id } })
    if (told.ok) await go(`${base}/import/jobs/${told.value.importId}?file=${fileId}`)
  }
  const problem = confirm.problem ?? start.problem
  return (
    <section className="rec-part">
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Button
        type={isSound ? 'primary' : 'default'}
        size="large"
        loading={confirm.isSending || start.isSending}
        onClick={() => void send()}
      >
        {!isSound ? text.startFaulty : isNew ? text.confirmAndStart : text.start}
      </Button>
    </section>
  )
}
