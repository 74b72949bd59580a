import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { smallAdopted } from '../fixtures/acting-office.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { opening } from '../security/planted-world.ts'
import { articles, ARTICLES_PROFILE } from './article-files.ts'
import { clientAt, type Client } from './clerk.ts'
import { foundFolder, tenantId, type FoundedFolder } from './founded-folder.ts'
import { startServer, type StartedServer } from './started-server.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-killed-import-'))
afterAll(() => rmSync(root, { recursive: true }))

async function start(clerk: Client, fileId: string): Promise<string> {
  const started = await clerk.post('imports', { fileId, profileId: 'articles' })
  return (started.body as { importId: string }).importId
}

/** A server over a folder of its own, with an assessment that knows the centers, and a clerk whose profile is confirmed. */
async function opened(
  folder: string,
): Promise<{ tokens: FoundedFolder['tokens']; first: StartedServer; clerk: Client }> {
  const { tokens } = await foundFolder(folder, async ({ office }) => {
    valueOf(await office.rubrics.keep(tenantId, smallAdopted))
  })
  const first = await startServer(folder)
  await clientAt(first.address, tokens.assessor).post('assessments', opening('a1'))
  const clerk = clientAt(first.address, tokens.clerk)
  await clerk.post('import-profiles', { profile: ARTICLES_PROFILE })
  return { tokens, first, clerk }
}

const LARGE = 100_000

test('a server killed during an import: the store is as before or as after, and the clerk is told which', async () => {
  const folder = mkdtempSync(join(root, 'killed-'))
  const { tokens, first, clerk } = await opened(folder)
  await clerk.upload('articles-small', '信息.csv', articles(1, 10))
  const before = await clerk.ended(`imports/${await start(clerk, 'articles-small')}`)
  expect(before.body).toMatchObject({ standing: { state: 'imported' } })
  const held = (await clerk.get('records')).body as { digest: string }
  await clerk.upload('articles-large', '信息-大.csv', articles(11, LARGE))
  // At once: on a busy machine the first could be done before the other is sent.
  const asked = await Promise.all(
    [1, 2].map(() => clerk.post('imports', { fileId: 'articles-large', profileId: 'articles' })),
  )
  const [begun, refused] = asked.toSorted((one, other) => one.status - other.status)
  expect(refused).toMatchObject({ status: 409, body: { code: 'file-in-use' } })
  const importId = (begun?.body as { importId: string } | undefined)?.importId ?? ''
  for (;;) {
    const { standing } = (await clerk.get(`imports/${importId}`)).body as { standing: { state: string; step: string } }
    if (standing.state !== 'waiting' && standing.step !== 'beginning') break
  }
  await first.end('SIGKILL')

  const second = await startServer(folder)
  const again = clientAt(second.address, tokens.clerk)
  const { standing } = (await again.get(`imports/${importId}`)).body as { standing: { state: string; message: string } }
  const now = (await again.get('records')).body as { digest: string; sets: { records: number }[] }
  if (standing.state === 'interrupted') {
    expect(standing.message).toContain('没有导入任何一行')
    expect(now).toEqual(held)
    const retried = await again.ended(`imports/${await start(again, 'articles-large')}`)
    expect(retried.body).toMatchObject({ standing: { state: 'imported', report: { added: LARGE } } })
  } else {
    expect(standing.state).toBe('imported')
    expect(now.sets).toMatchObject([{ records: LARGE + 10 }])
  }
  expect(await second.end('SIGTERM')).toBe(0)
}, 120_000)

test('a server that stops breaks an import off, tells so, and leaves nothing of it', async () => {
  const folder = mkdtempSync(join(root, 'stopped-'))
  const { tokens, first, clerk } = await opened(folder)
  await clerk.upload('articles-large', '信息-大.csv', articles(1, LARGE))
  const importId = await start(clerk, 'articles-large')
  expect(await first.end('SIGTERM')).toBe(0)

  const second = await startServer(folder)
  const again = clientAt(second.address, tokens.clerk)
  const told = (await again.get(`imports/${importId}`)).body as { standing: { state: string } }
  expect(told).toMatchObject({ standing: { state: 'interrupted' } })
  expect((await again.get('records')).body).toMatchObject({ sets: [] })
  expect(await second.end('SIGTERM')).toBe(0)
}, 120_000)
