import { useEffect } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

/** What the browser calls the page: in tabs, in its history and on paper. */
export function useTitle(title: string): void {
  const { brand } = useText(uiText)
  useEffect(() => {
    document.title = title === '' ? brand : `${title} · ${brand}`
  }, [title, brand])
}
