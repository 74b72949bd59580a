import { runningClock } from '../../src/adapters/clock/running-clock.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { demoConfiguration } from '../../src/main/demo-configuration.ts'
import { runServer } from '../../src/main/run-server.ts'

/** A demonstration's server as a process of its own, so that it can be killed: data folder and moment are given. */
const [folder = '', moment = ''] = process.argv.slice(2)
const started = await runServer(demoConfiguration(folder, 0), runningClock(timestamp(moment)))
process.stdout.write(started.ok ? `${started.value.address}\n` : `${started.sentence}\n`)
