/** Visible text with the source offset of every UTF-16 unit: `offsets.length === text.length + 1`, the last is the end. Markup and entities are gone from `text`; text is NOT normalised otherwise. */
export interface MappedText {
  readonly text: string
  readonly offsets: Int32Array | readonly number[]
}

/** A mapped text that also knows where each unit ends in the source, so that a slice never takes in the markup behind it. */
export interface TracedText extends MappedText {
  readonly offsets: Int32Array
  readonly ends: Int32Array
}

/** A stretch of the source and what it shows. Of equal length: shown as it is; otherwise an entity or a tag. */
export interface TextRun {
  readonly text: string
  readonly start: number
  readonly end: number
}

export function fromRuns(runs: readonly TextRun[], at: number): TracedText {
  const text = runs.length === 1 ? runs.at(0)!.text : runs.map((run) => run.text).join('')
  const offsets = new Int32Array(text.length + 1)
  const ends = new Int32Array(text.length)
  let unit = 0
  let end = at
  for (const run of runs) {
    const plain = run.text.length === run.end - run.start
    for (let step = 0; step < run.text.length; step += 1) {
      offsets[unit] = plain ? run.start + step : run.start
      ends[unit] = plain ? run.start + step + 1 : run.end
      unit += 1
    }
    if (run.text.length > 0) end = run.end
  }
  offsets[unit] = end
  return { text, offsets, ends }
}

export function slice(whole: TracedText, from: number, to = whole.text.length): TracedText {
  if (from === 0 && to === whole.text.length) return whole
  const stop = Math.max(from, to)
  const offsets = whole.offsets.slice(from, stop + 1)
  if (stop > from) offsets[stop - from] = whole.ends[stop - 1] ?? 0
  return { text: whole.text.slice(from, stop), offsets, ends: whole.ends.slice(from, stop) }
}

export function trim(whole: TracedText): TracedText {
  const from = whole.text.length - whole.text.trimStart().length
  return slice(whole, from, Math.max(from, whole.text.trimEnd().length))
}

/** Puts parts that follow each other in the source together; `glue` stands for what lay between two of them. */
export function concat(parts: readonly TracedText[], glue = ''): TracedText {
  if (parts.length === 1) return parts.at(0)!
  const text = parts.map((part) => part.text).join(glue)
  const offsets = new Int32Array(text.length + 1)
  const ends = new Int32Array(text.length)
  let unit = 0
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      const gap = offsets[unit] ?? 0
      const next = Math.max(gap, startOf(part))
      for (let step = 0; step < glue.length; step += 1) {
        offsets[unit] = gap
        ends[unit] = next
        unit += 1
      }
    }
    offsets.set(part.offsets, unit)
    ends.set(part.ends, unit)
    unit += part.text.length
  }
  return { text, offsets, ends }
}

/** Two lines of one paragraph: nothing stands between Chinese lines, a space between Latin ones. */
export function joinWrapped(lines: readonly TracedText[]): TracedText {
  let joined: TracedText[] = []
  const groups: TracedText[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last && wrapGlue(last.text.at(-1), line.text[0]) === ' ') {
      groups.push(concat(joined))
      joined = [line]
    } else joined.push(line)
  }
  groups.push(concat(joined))
  return concat(groups, ' ')
}

export function wrapGlue(before: string | undefined, after: string | undefined): '' | ' ' {
  return before !== undefined && after !== undefined && /[!-~]/.test(before) && /[!-~]/.test(after) ? ' ' : ''
}

export function startOf(whole: MappedText): number {
  return whole.offsets[0] ?? 0
}

export function isBlank(whole: MappedText): boolean {
  return whole.text.trim() === ''
}
