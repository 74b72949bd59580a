// Loaded before the server: once told SIGUSR2, the machine's clock stands an hour before what it is.
const { now } = Date
process.on('SIGUSR2', () => {
  Date.now = () => now() - 3_600_000
  process.stderr.write('the clock was set back\n')
})
