/** One server-sent event. `id` null where it bears none. */
export interface StreamEvent {
  readonly id: string | null
  readonly name: string
  readonly data: string
}

/** The whole events at the beginning of what has come so far, and the rest that waits for more. Comments (heartbeats) are dropped. */
export function eventsIn(text: string): { readonly events: readonly StreamEvent[]; readonly rest: string } {
  const pieces = text.replaceAll('\r\n', '\n').split('\n\n')
  const rest = pieces.pop() ?? ''
  return { events: pieces.flatMap(eventOf), rest }
}

function eventOf(piece: string): StreamEvent[] {
  let id: string | null = null
  let name = 'message'
  const data: string[] = []
  for (const line of piece.split('\n')) {
    const [, field, value = ''] = /^([a-z]+)(?:: ?(.*))?$/.exec(line) ?? []
    if (field === 'id') id = value
    else if (field === 'event') name = value
    else if (field === 'data') data.push(value)
  }
  return data.length === 0 ? [] : [{ id, name, data: data.join('\n') }]
}

/** How long to wait before the next attempt, in milliseconds: doubled each time up to half a minute, never all clients at once. */
export function waitBefore(attempt: number, chance: number): number {
  return Math.min(1000 * 2 ** attempt, 30_000) * (0.5 + chance / 2)
}
