import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_PASSWORD } from '../../src/app/demo-district/demo-accounts.ts'
import { demoNow } from '../../src/app/demo-district/demo-setting.ts'
import { cachedDemo, exampleSetting } from '../demo/open-demo-district.ts'

/** The demonstration district served by a process that can be killed and started again on the same data. */
export interface MortalDemo {
  readonly password: string
  /** Answers where it listens. */
  readonly start: () => Promise<string>
  /** At once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

const program = fileURLToPath(new URL('demo-process.ts', import.meta.url))

export async function mortalDemo(): Promise<MortalDemo> {
  const setting = await exampleSetting()
  const folder = await mkdtemp(join(tmpdir(), 'mingheng-mortal-'))
  await cp(await cachedDemo(setting), join(folder, 'data'), { recursive: true })
  let child: ChildProcess | null = null
  const kill = async () => {
    const dying = child
    child = null
    if (dying === null || dying.exitCode !== null) return
    await new Promise((resolve) => {
      dying.once('close', resolve)
      dying.kill('SIGKILL')
    })
  }
  return {
    password: DEMO_PASSWORD,
    kill,
    start: async () => {
      const words = ['--import', 'tsx', program, join(folder, 'data'), demoNow(setting.year)]
      const born = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
      child = born
      return new Promise<string>((resolve, reject) => {
        born.stdout.once('data', (said: Buffer) => {
          const line = said.toString().trim()
          if (line.startsWith('http')) resolve(line)
          else reject(new Error(line))
        })
        born.once('error', reject)
      })
    },
    close: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
