import { useEffect, useRef, useState } from 'react'
import { FORM_WORDS } from '../../../core/notice/source/file-content.ts'
import { call } from '../../client/call.ts'
import type { Problem } from '../../client/problem.ts'
import { useSession } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { noticesText } from './notices-text.ts'
import { readNoticeFile } from './read-notice-file.ts'

/** The text of a chosen file; `told` is what to look at in it. */
export interface TakenNotice {
  readonly text: string
  readonly fileName: string
  readonly told: readonly string[]
}

export interface NoticeFileReading {
  readonly take: (file: File) => Promise<TakenNotice | null>
  /** The file that the server is reading. */
  readonly underWay: { readonly name: string; readonly bytes: number } | null
  readonly stop: () => void
  /** Why the last file was not taken, in words. */
  readonly said: string | null
  readonly problem: Problem | null
}

/** A file as the text of a notice: what is text is read here and goes nowhere, a document is read by the server, which keeps nothing. */
export function useNoticeFile(): NoticeFileReading {
  const text = useText(noticesText)
  const { csrfToken } = useSession()
  const [underWay, setUnderWay] = useState<NoticeFileReading['underWay']>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const asked = useRef<AbortController | null>(null)
  useEffect(() => () => asked.current?.abort(), [])

  const take = async (file: File): Promise<TakenNotice | null> => {
    asked.current?.abort()
    setSaid(null)
    setProblem(null)
    const read = readNoticeFile(new Uint8Array(await file.arrayBuffer()))
    switch (read.kind) {
      case 'text':
        return { text: read.text, fileName: file.name, told: read.isAssumed ? [text.fileAssumed(file.name)] : [] }
      case 'document':
        return askServer(file)
      case 'encrypted':
        setSaid(text.fileEncrypted(file.name))
        return null
      case 'foreign':
        setSaid(text.fileForeign(file.name, read.form))
        return null
      case 'empty':
        setSaid(text.fileEmpty(file.name))
        return null
      case 'not-text':
        setSaid(text.fileNotText(file.name))
        return null
      case 'too-large':
        setSaid(text.fileTooLarge(file.name))
        return null
    }
  }
  async function askServer(file: File): Promise<TakenNotice | null> {
    const attempt = new AbortController()
    asked.current = attempt
    setUnderWay({ name: file.name, bytes: file.size })
    try {
      const query = { fileName: file.name.slice(-255) }
      const told = await call('readNoticeFile', { query, body: file }, { csrfToken, signal: attempt.signal })
      if (!told.ok) {
        setProblem(told.problem)
        return null
      }
      const { form, isMisnamed, unread } = told.value
      const notes = [
        ...(isMisnamed && form !== 'text' ? [text.fileMisnamed(file.name, FORM_WORDS[form])] : []),
        ...(unread.length === 0 ? [] : [text.fileUnread(unread)]),
      ]
      return { text: told.value.text, fileName: file.name, told: notes }
    } catch {
      // Stopped by the person, or with the page.
      return null
    } finally {
      if (asked.current === attempt) setUnderWay(null)
    }
  }
  const stop = () => {
    asked.current?.abort()
    setUnderWay(null)
  }
  return { take, underWay, stop, said, problem }
}
