import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo } from 'react'
import { RouterProvider } from 'react-router'
import { WhoIsSignedIn } from './frame/who-is-signed-in.tsx'
import { makeRouter } from './pages.tsx'
import { LanguageProvider } from './text/language.tsx'
import { minghengDark, minghengLight } from './theme/antd-theme.ts'
import { LooksProvider, useChosenLooks, type Theme } from './theme/looks.tsx'
import { LiveNews } from './ui/live-news.tsx'
import { useMedia } from './ui/use-media.ts'

export function App() {
  const looks = useChosenLooks()
  const { language, theme } = looks
  const queries = useMemo(makeQueries, [])
  const router = useMemo(makeRouter, [])
  const nonce = useMemo(readNonce, [])
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  const antdTheme = useMemo(() => antdThemeOf(theme, isStill), [theme, isStill])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={antdTheme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false, loadingIcon: SENDING }}
      wave={{ disabled: true }}
      // Within the page: at the body itself they would lock its scrolling by a style without the nonce.
      getPopupContainer={popupContainer}
    >
      <LooksProvider looks={looks}>
        <LanguageProvider language={language}>
          <QueryClientProvider client={queries}>
            <LiveNews>
              <WhoIsSignedIn>
                <RouterProvider router={router} />
              </WhoIsSignedIn>
            </LiveNews>
          </QueryClientProvider>
        </LanguageProvider>
      </LooksProvider>
    </ConfigProvider>
  )
}

/** antd knows nothing of what the device asks for about movement. */
function antdThemeOf(theme: Theme, isStill: boolean): ThemeConfig {
  const ours = theme === 'dark' ? minghengDark : minghengLight
  return isStill ? { ...ours, token: { ...ours.token, motion: false } } : ours
}

function popupContainer(): HTMLElement {
  return document.getElementById('page') ?? document.body
}

/** antd's own stays in a button's name, unseen, where an answer is quicker than the movement that would take it away. */
const SENDING = <span aria-hidden="true">…</span>

/** A refusal is no accident that a second try would mend; what was read stays until it is told to be old. */
function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: 'always', networkMode: 'always' },
    },
  })
}

/** The server writes it into the page anew for each answer; styles that antd makes need it. */
function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
