/** The live stream of an assessment at one node, read event by event. */
export interface FollowedScores {
  /** The next score of a center; rejects at the end of the stream. */
  readonly next: () => Promise<{ readonly centerId: string; readonly score: number }>
  readonly leave: () => void
}

export async function followScores(address: string, assessmentId: string, token: string): Promise<FollowedScores> {
  const leaving = new AbortController()
  const response = await fetch(`${address}/api/v1/assessments/${assessmentId}/live`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  })
  if (!response.ok || response.body === null) throw new Error(`not followed: ${response.status}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    next: async () => {
      for (;;) {
        const found = /event: score\ndata: (.*)\n\n/.exec(text)
        if (found !== null) {
          text = text.slice(found.index + found[0].length)
          return JSON.parse(found[1] ?? '') as { centerId: string; score: number }
        }
        const piece = await reader.read()
        if (piece.done) throw new Error(`the stream ended: ${text}`)
        text += piece.value
      }
    },
    leave: () => leaving.abort(),
  }
}
