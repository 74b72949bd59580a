import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEPLOY, deployText } from '../deploy/deploy-files.ts'
import { DEBIAN_PACKAGES, needPackages } from '../fixtures/debian-packages.ts'
import { engineFolder, engineProcess, type EngineProcess } from './engines/engine-process.ts'
import { freePorts } from './engines/free-ports.ts'

/** What only the programs themselves can say of the files in `deploy/`. */
describe('systemd', () => {
  const units = readdirSync(join(DEPLOY, 'systemd')).filter((name) => /\.(service|timer)$/.test(name))
  const folder = mkdtempSync(join(tmpdir(), 'mingheng-units-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(units)('%s is what systemd understands, to the last directive', (unit) => {
    needPackages(DEBIAN_PACKAGES.systemd, () => existsSync('/usr/bin/systemd-analyze'), 'systemd-analyze')
    // Programs and files of the machine that it is for are not here.
    for (const name of units) {
      const text = deployText(`systemd/${name}`).replaceAll(/^(Exec\w+=).*$/gm, '$1/bin/true')
      writeFileSync(join(folder, name.replace('@', '@8641')), text.replaceAll(/^(EnvironmentFile=)(?!-)/gm, '$1-'))
    }
    const { status, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', join(folder, unit.replace('@', '@8641'))],
      {
        encoding: 'utf8',
        env: { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` },
      },
    )
    const own = stderr.split('\n').filter((line) => line.includes('mingheng'))
    expect([status, own]).toEqual([0, []])
  })
})

describe('nginx', () => {
  const folder = engineFolder('nginx')
  const nodes: Server[] = []
  let nginx: EngineProcess
  let address = ''

  beforeAll(async () => {
    needPackages(DEBIAN_PACKAGES.nginx, () => existsSync('/usr/sbin/nginx'), 'nginx')
    const [port = 0, ...ports] = await freePorts(3)
    for (const [at, own] of ports.entries()) nodes.push(await stubNode(`node-${at + 1}`, own))
    address = `http://127.0.0.1:${port}`
    const site = deployText('nginx/compose.conf')
      .replaceAll(/server node-(\d):8640/g, (_, at: string) => `server 127.0.0.1:${ports[Number(at) - 1]}`)
      .replace('listen 8080', `listen 127.0.0.1:${port}`)
      .replace('/etc/nginx/mingheng/', `${folder}/`)
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'locations.conf'), deployText('nginx/locations.conf'))
    writeFileSync(join(folder, 'nginx.conf'), `${FRAME(folder)} http { access_log off; ${TEMPORARY(folder)} ${site} }`)
    execFileSync('/usr/sbin/nginx', ['-t', ...OPTIONS(folder)], { stdio: 'pipe' })
    nginx = engineProcess({
      name: 'nginx',
      folder,
      command: ['/usr/sbin/nginx', OPTIONS(folder)],
      answers: async () => (await fetch(address)).status > 0,
    })
    await nginx.start()
  })
  afterAll(async () => {
    const ended = nginx.end('SIGQUIT')
    for (const node of nodes) node.closeAllConnections()
    await ended
    for (const node of nodes) node.close()
    rmSync(folder, { recursive: true })
  })

  test('nginx on a host of its own understands its file too', async () => {
    // What is tried is bound, too.
    const [open = 0, sealed = 0] = await freePorts(2)
    const site = deployText('nginx/hosts.conf')
      .replace('listen 80;', `listen 127.0.0.1:${open};`)
      .replace('listen 443 ssl;', `listen 127.0.0.1:${sealed};`)
      .replaceAll(/^\s*ssl_.*$/gm, '')
      .replaceAll('/etc/nginx/mingheng/', `${folder}/`)
    writeFileSync(join(folder, 'hosts.conf'), `${FRAME(folder)} http { access_log off; ${TEMPORARY(folder)} ${site} }`)
    const { status, stderr } = spawnSync('/usr/sbin/nginx', ['-t', '-p', folder, '-c', join(folder, 'hosts.conf')], {
      encoding: 'utf8',
    })
    expect([stderr, status]).toEqual([expect.stringContaining('test is successful'), 0])
  })

  test('what is told as it happens arrives as it happens', async () => {
    const response = await fetch(`${address}/api/v1/assessments/a2021/live`)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    // The node sends two events and keeps the stream open.
    let told = ''
    while (!told.includes('id: 2')) told += (await reader?.read())?.value ?? ''
    expect(told.match(/event: score/g)?.length).toBe(2)
    await reader?.cancel()
  })

  test.each(['/metrics', '/readyz'])('%s is not for those outside', async (path) => {
    expect((await fetch(`${address}${path}`)).status).toBe(404)
  })

  test('nodes are told who asks, and by which name', async () => {
    const response = await fetch(`${address}/headers`)
    expect(await response.json()).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      host: '127.0.0.1',
    })
  })

  test('of two nodes one goes, and nobody notices', async () => {
    const answers = async () => {
      const asked = Array.from({ length: 20 }, async (_, at) => {
        const response = await fetch(`${address}/`, at % 2 === 0 ? {} : { method: 'POST', body: 'x' })
        return [response.status, await response.text()].join(' ')
      })
      return new Set(await Promise.all(asked))
    }
    expect(await answers()).toEqual(new Set(['200 node-1', '200 node-2']))
    nodes[0]?.close()
    nodes[0]?.closeAllConnections()
    expect(await answers()).toEqual(new Set(['200 node-2']))
  })
})

const OPTIONS = (folder: string) => ['-p', folder, '-c', join(folder, 'nginx.conf')]

const FRAME = (folder: string) =>
  `daemon off; worker_processes 1; error_log ${folder}/logs/error.log; pid ${folder}/pid; events {}`

const TEMPORARY = (folder: string) =>
  ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')

async function stubNode(name: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/headers') return response.end(JSON.stringify(request.headers))
    if (request.url?.endsWith('/live') !== true) return response.end(name)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('id: 1\nevent: score\ndata: {}\n\n')
    return setTimeout(() => response.write('id: 2\nevent: score\ndata: {}\n\n'), 50)
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return server
}
