import { useEffect } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

/** What the browser calls the page: in tabs, in its history and on paper. */
export function useTitle(title: string): void {
  const text = useText(uiText)
  const whole = title === '' ? text.brand : text.pageTitle(title)
  useEffect(() => {
    document.title = whole
  }, [whole])
}
