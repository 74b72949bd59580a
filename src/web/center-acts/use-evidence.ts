import { useRef, useState } from 'react'
import type { Asked } from '../client/call.ts'
import { call, newId } from '../client/call.ts'
import type { Problem } from '../client/problem.ts'
import { useSession } from '../client/session.tsx'
import { digestOf } from '../offline/digest-of.ts'
import { shanghaiTime } from '../offline/shanghai-time.ts'
import { uploadFile } from '../offline/upload-file.ts'

export type GivenEvidence = Asked<'contestFinding'>['body']['evidence'][number]

/** A file on its way: the server holds it once `isHeld`. */
export interface EvidenceFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly offset: number
  readonly digest: GivenEvidence['digest'] | null
  readonly isHeld: boolean
  readonly problem: Problem | null
  readonly caption: string
  readonly takenAt: string | null
}

export interface EvidenceFiles {
  readonly files: readonly EvidenceFile[]
  /** Of what the server holds. */
  readonly evidence: GivenEvidence[]
  /** Something is still on its way, or failed: an act would go without it. */
  readonly isUnfinished: boolean
  readonly add: (chosen: readonly File[]) => void
  readonly again: (id: string) => void
  readonly remove: (id: string) => void
  readonly describe: (id: string, caption: string) => void
  readonly clear: () => void
}

/** Files are sent as they are chosen, by pieces, and named by their digest once the server holds every byte. */
export function useEvidence(): EvidenceFiles {
  const { csrfToken } = useSession()
  const [files, setFiles] = useState<readonly EvidenceFile[]>([])
  const contents = useRef(new Map<string, File>())
  const change = (id: string, part: Partial<EvidenceFile>) =>
    setFiles((all) => all.map((file) => (file.id === id ? { ...file, ...part } : file)))
  const sendOne = async (id: string) => {
    const content = contents.current.get(id)
    if (content === undefined) return
    change(id, { problem: null })
    const digest = await digestOf(content)
    const file = { id, name: nameOf(content), bytes: content.size, digest }
    const problem = await uploadFile(
      file,
      content,
      (operation, asked) => call(operation, asked, { csrfToken }),
      async (offset) => change(id, { offset }),
    )
    change(id, problem === null ? { digest, isHeld: true, offset: content.size } : { problem })
  }
  return {
    files,
    evidence: files.flatMap(({ digest, isHeld, caption, name, takenAt }) =>
      digest === null || !isHeld
        ? []
        : [{ digest, caption: caption.trim() || name, claims: takenAt === null ? null : claimed(takenAt) }],
    ),
    isUnfinished: files.some(({ isHeld }) => !isHeld),
    add: (chosen) => {
      const added = chosen.map((content) => ({ content, shown: shownOf(content) }))
      for (const { content, shown } of added) contents.current.set(shown.id, content)
      setFiles((all) => [...all, ...added.map(({ shown }) => shown)])
      for (const { shown } of added) void sendOne(shown.id)
    },
    again: (id) => void sendOne(id),
    remove: (id) => {
      contents.current.delete(id)
      setFiles((all) => all.filter((file) => file.id !== id))
    },
    describe: (id, caption) => change(id, { caption }),
    clear: () => {
      contents.current.clear()
      setFiles([])
    },
  }
}

function claimed(takenAt: string) {
  return { takenAt, place: null, device: null }
}

function shownOf(content: File): EvidenceFile {
  const isPicture = content.type.startsWith('image/')
  return {
    id: newId(),
    name: nameOf(content),
    bytes: content.size,
    offset: 0,
    digest: null,
    isHeld: false,
    problem: null,
    caption: '',
    takenAt: isPicture ? shanghaiTime(content.lastModified) : null,
  }
}

/** One line of at most 100 signs with its ending, as the server takes names. */
function nameOf({ name }: File): string {
  return name.replaceAll(/\p{Cc}/gu, '').slice(-100) || 'file'
}
