import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo } from 'react'
import { RouterProvider } from 'react-router'
import { WhoIsSignedIn } from './frame/who-is-signed-in.tsx'
import { makeRouter } from './pages.tsx'
import { LanguageProvider } from './text/language.tsx'
import { minghengDark, minghengLight } from './theme/antd-theme.ts'
import { LooksProvider, useChosenLooks } from './theme/looks.tsx'
import { LiveNews } from './ui/live-news.tsx'

export function App() {
  const looks = useChosenLooks()
  const { language, theme } = looks
  const queries = useMemo(makeQueries, [])
  const router = useMemo(makeRouter, [])
  const nonce = useMemo(readNonce, [])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme === 'dark' ? minghengDark : minghengLight}
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
