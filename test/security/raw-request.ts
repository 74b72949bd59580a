import { connect } from 'node:net'

/** What comes back to these bytes over a bare socket; `cut` leaves after them without waiting. */
export async function rawRequest(port: number, bytes: string | Buffer, cut = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let told = ''
    socket.on('data', (piece) => (told += piece.toString()))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(told) : reject(error),
    )
    socket.once('close', () => resolve(told))
    socket.once('connect', () => {
      socket.write(bytes, () => {
        if (cut) socket.destroy()
      })
    })
  })
}
