/** `bare-server.ts FILE`: one route that answers what the file held at start, and nothing else. Writes its port. */
import { readFileSync } from 'node:fs'
import { fastify } from 'fastify'

const content = readFileSync(process.argv[2] ?? '')
const app = fastify()
app.get('/sheet', (_request, reply) => reply.type('application/json; charset=utf-8').send(content))
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${address}\n`)
