#!/usr/bin/env node
// The sources are run as they are; the tsconfig of wherever the command is called must not change how.
import { register } from 'tsx/esm/api'

register({ tsconfig: false })
await import('../src/main/server.ts')
