import { faultSentence, readConfiguration } from './configuration.ts'
import { readText } from './read-text.ts'
import { runServer } from './run-server.ts'

/** What `npm start` runs: reads the configuration, starts, says where, and stops in order when told to. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

const configuration = readConfiguration(process.env, readText)
if (configuration.ok) {
  const started = await runServer(configuration.value)
  if (started.ok) {
    const { address, lines, stop } = started.value
    // Before anything is said: whoever reads that it runs may stop it at once.
    stopOn(['SIGTERM', 'SIGINT'], stop, configuration.value.drainSeconds)
    for (const line of lines) say(line)
    say(`明衡已启动：${address}（数据在 ${configuration.value.dataFolder}；按 Ctrl+C 停止）`)
  } else {
    complain(started.sentence)
    process.exitCode = 1
  }
} else {
  complain('配置有误，没有启动。')
  for (const fault of configuration.faults) complain(faultSentence(fault))
  process.exitCode = 2
}

/** The second signal is not waited for. */
function stopOn(signals: readonly NodeJS.Signals[], stop: () => Promise<void>, drainSeconds: number): void {
  let isStopping = false
  for (const signal of signals)
    process.on(signal, () => {
      if (isStopping) process.exit(130)
      isStopping = true
      if (drainSeconds > 0) say(`即将停止：/readyz 已报告不能办理，照常服务 ${drainSeconds} 秒后停止。`)
      else say('正在停止：不再接受新请求，等在办的请求办完。')
      void stop().then(() => {
        say('已停止。')
        // A receiver that does not answer would hold the process for as long as it may take.
        process.exit(0)
      })
    })
}
