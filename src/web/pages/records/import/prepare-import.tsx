import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { ERROR_COLUMNS, isErrorHeader, withoutErrorColumns } from '../../../../core/records/error-columns.ts'
import type { Answered } from '../../../client/call.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { useBase } from '../use-base.ts'
import { ChooseProfile } from './choose-profile.tsx'
import { ConfirmedImport } from './confirmed-import.tsx'
import { DraftImport } from './draft-import.tsx'
import type { Draft, DraftGround } from './draft.ts'
import { FileLook } from './file-look.tsx'
import { fittingProfiles } from './fitting-profiles.ts'

/** From a file on the server to its import: what it is, by which profile it is read, how its rows fare. */
export function PrepareImport({ fileId, name }: { readonly fileId: string; readonly name: string }) {
  const { assessmentId } = useBase()
  const look = useAnswer('lookIntoRecordFile', { params: { fileId } })
  const profiles = useAnswer('listProfiles', {})
  const assessment = useAnswer('readAssessment', { params: { assessmentId } })
  const problem = look.problem ?? profiles.problem ?? assessment.problem
  if (look.answer === null || profiles.answer === null || assessment.answer === null)
    return problem === null ? <Waiting rows={8} /> : <ProblemNotice problem={problem} onAgain={look.renew} />
  return (
    <>
      <FileLook name={name} look={look.answer} />
      <ByWhichProfile
        fileId={fileId}
        name={name}
        look={look.answer}
        profiles={profiles.answer.profiles}
        centers={assessment.answer.centerList}
      />
    </>
  )
}

function ByWhichProfile({
  fileId,
  name,
  look,
  profiles,
  centers,
}: {
  readonly fileId: string
  readonly name: string
  readonly look: Answered<'lookIntoRecordFile'>
  readonly profiles: Answered<'listProfiles'>['profiles']
  readonly centers: Answered<'readAssessment'>['centerList']
}) {
  const [search, setSearch] = useSearchParams()
  const [draft, setDraft] = useKeptDraft(fileId)
  const { header, sample } = look
  const ground = useMemo<DraftGround>(() => groundOf(header, sample, centers), [header, sample, centers])
  const fitting = useMemo(() => fittingProfiles(profiles, header), [profiles, header])
  const named = search.get('profile')
  const chosen = profiles.find(({ profile }) => profile.id === named)?.profile
  const leave = () => {
    setDraft(null)
    setSearch({}, { replace: true })
  }
  if (chosen !== undefined) return <ConfirmedImport fileId={fileId} profile={chosen} onOther={leave} />
  if (draft !== null)
    return (
      <DraftImport
        fileId={fileId}
        draft={draft}
        ground={ground}
        known={profiles.map(({ profile }) => profile.id)}
        onDraft={setDraft}
        onOther={leave}
      />
    )
  return (
    <ChooseProfile
      fileId={fileId}
      name={name}
      fitting={fitting}
      sources={[...new Set(profiles.map(({ profile }) => profile.source))]}
      onProfile={(profileId) => setSearch({ profile: profileId }, { replace: true })}
      onDraft={setDraft}
    />
  )
}

function groundOf(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  centers: Answered<'readAssessment'>['centerList'],
): DraftGround {
  const before = isErrorHeader(header) ? ERROR_COLUMNS.length : 0
  return {
    header: withoutErrorColumns(header),
    sample: sample.map((row) => row.slice(before)),
    centers: centers.map(({ centerId, name }) => ({ id: centerId, name })),
  }
}

/** What a person has said survives a reload; it is theirs until the file is imported or the browser closed. */
function useKeptDraft(fileId: string) {
  const place = `mingheng.draft.${fileId}`
  const [draft, setDraft] = useState<Draft | null>(() => {
    const kept = sessionStorage.getItem(place)
    return kept === null ? null : (JSON.parse(kept) as Draft)
  })
  useEffect(() => {
    if (draft === null) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(draft))
  }, [draft, place])
  return [draft, setDraft] as const
}
