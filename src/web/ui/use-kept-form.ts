import dayjs from 'dayjs'
import { useMemo } from 'react'
import { keepHere, keptValue } from './kept-here.ts'

/** What is typed into an antd form and not sent, kept on the device: `props` go to the form, `forget` once it is sent. */
export function useKeptForm<Fields extends object>(
  place: string,
  fresh: Partial<Fields>,
): {
  readonly props: {
    readonly initialValues: Partial<Fields>
    readonly onValuesChange: (changed: unknown, all: Fields) => void
  }
  readonly forget: () => void
} {
  const kept = useMemo(() => keptValue(place, isFields), [place])
  return {
    props: {
      initialValues: { ...fresh, ...(kept === null ? {} : (revived(kept) as Partial<Fields>)) },
      onValuesChange: (_changed, all) => void keepHere(place, JSON.stringify(all)),
    },
    forget: () => void keepHere(place, null),
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A day that was picked is kept as text, and the picker takes it back as a day. */
function revived(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && PICKED.test(value) ? dayjs(value) : value,
    ]),
  )
}

const PICKED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
