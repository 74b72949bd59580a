import { useNavigate } from 'react-router'
import { newId } from '../../../client/call.ts'
import { useBase } from '../use-base.ts'
import { useUploads } from './uploads.tsx'

/** Takes a file to the server and the person to its page. `profileId` is the profile that it is meant for. */
export function useBeginUpload(): (file: File, profileId?: string) => void {
  const { base } = useBase()
  const { start } = useUploads()
  const go = useNavigate()
  return (file, profileId) => {
    const fileId = newId()
    start(fileId, file)
    void go(`${base}/import/${fileId}${profileId === undefined ? '' : `?profile=${encodeURIComponent(profileId)}`}`)
  }
}
