import { useEffect } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

/** The window's title while the page is open. */
export function useTitle(title: string): void {
  const text = useText(uiText)
  const whole = text.pageTitle(title)
  useEffect(() => {
    document.title = whole
  }, [whole])
}
