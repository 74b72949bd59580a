/** What the server takes and a browser may be able to write, best first: WebM is all that older Androids write, and iPhones play it late. */
const KINDS = ['audio/mp4', 'audio/ogg;codecs=opus', 'audio/mpeg', 'audio/webm;codecs=opus', 'audio/webm'] as const

export interface Recording {
  readonly stop: () => Promise<Blob>
  readonly cancel: () => void
}

export function canRecord(): boolean {
  return kindOf() !== null
}

/** Null where the person or the browser does not open the microphone. */
export async function startRecording(): Promise<Recording | null> {
  const kind = kindOf()
  if (kind === null) return null
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    const recorder = new MediaRecorder(stream, { mimeType: kind })
    const pieces: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
    const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }))
    const close = () => {
      for (const track of stream.getTracks()) track.stop()
    }
    recorder.start()
    return {
      stop: async () => {
        recorder.stop()
        await ended
        close()
        return new Blob(pieces, { type: kind.split(';')[0] ?? kind })
      },
      cancel: close,
    }
  } catch {
    return null
  }
}

function kindOf(): string | null {
  if (!('mediaDevices' in navigator) || typeof MediaRecorder === 'undefined') return null
  return KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null
}
