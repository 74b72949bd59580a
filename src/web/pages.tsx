/**
 * Every page by its address. Each is loaded when it is first opened, so that an inspector's phone does not carry the tables of an
 * assessor's desk. Pages are named for what they show; `frame/` is what stands round them.
 */
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Frame } from './frame/frame.tsx'
import { ToAssessment } from './frame/to-assessment.tsx'
import { BrokenPage, UnknownPage } from './frame/lost-pages.tsx'

export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(PAGES)
}

/** In the frame of a signed-in person, below `/assessments/:assessmentId`. */
const OF_AN_ASSESSMENT: readonly RouteObject[] = [
  { index: true, element: <ToAssessment /> },
  page('overview', async () => (await import('./pages/overview/overview-page.tsx')).OverviewPage),
  page('center', async () => (await import('./pages/center/center-page.tsx')).CenterPage),
  page('notice', async () => (await import('./pages/notice/notice-page.tsx')).NoticePage),
  page('sheets', async () => (await import('./pages/sheet/sheets-page.tsx')).SheetsPage),
  page('sheets/:centerId', async () => (await import('./pages/sheet/sheet-page.tsx')).SheetPage),
  page('records/*', async () => (await import('./pages/records/records-page.tsx')).RecordsPage),
  page('findings', async () => (await import('./pages/findings/findings-page.tsx')).FindingsPage),
  page('findings/:findingId', async () => (await import('./pages/finding/finding-page.tsx')).FindingPage),
  page('bonuses', async () => (await import('./pages/bonuses/bonuses-page.tsx')).BonusesPage),
  page('bonuses/:bonusId', async () => (await import('./pages/bonus/bonus-page.tsx')).BonusPage),
  page('analysis/*', async () => (await import('./pages/analysis/analysis-page.tsx')).AnalysisPage),
  page('closing', async () => (await import('./pages/closing/closing-page.tsx')).ClosingPage),
]

const PAGES: RouteObject[] = [
  // On a phone nothing stands round the page but its own tabs.
  page('/inspection', async () => (await import('./pages/inspection/to-inspection.tsx')).ToInspection),
  page(
    '/assessments/:assessmentId/inspection',
    async () => (await import('./pages/inspection/inspection-page.tsx')).InspectionPage,
  ),
  page('/sign-in', async () => (await import('./pages/sign-in/sign-in-page.tsx')).SignInPage),
  page('/public/:district/:assessmentId', async () => (await import('./pages/public/public-page.tsx')).PublicPage),
  page('/kiosk/:district/:assessmentId', async () => (await import('./pages/kiosk/kiosk-page.tsx')).KioskPage),
  page('/help/:page?', async () => (await import('./pages/help/help-page.tsx')).HelpPage),
  {
    path: '/',
    element: <Frame />,
    errorElement: <BrokenPage />,
    children: [
      { index: true, element: <ToAssessment /> },
      { path: 'assessments/:assessmentId', children: [...OF_AN_ASSESSMENT] },
      page('city', async () => (await import('./pages/city/city-page.tsx')).CityPage),
      page('notices', async () => (await import('./pages/notices/notices-page.tsx')).NoticesPage),
      page('notices/new', async () => (await import('./pages/notices/new-notice-page.tsx')).NewNoticePage),
      page('notices/open', async () => (await import('./pages/notices/open-page.tsx')).OpenPage),
      page('notices/compare', async () => (await import('./pages/notices/compare-page.tsx')).ComparePage),
      page(
        'administration/*',
        async () => (await import('./pages/administration/administration-page.tsx')).AdministrationPage,
      ),
      { path: '*', element: <UnknownPage /> },
    ],
  },
]

function page(path: string, load: () => Promise<() => React.ReactNode>): RouteObject {
  return {
    path,
    lazy: async () => ({ Component: await load() }),
    hydrateFallbackElement: <></>,
    errorElement: <BrokenPage />,
  }
}
