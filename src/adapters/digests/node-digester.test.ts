import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDigest, type DigestAlgorithm } from '../../core/ledger/chain.ts'
import { nodeDigester, packagedSm3 } from './node-digester.ts'

/** FIPS 180-4 and GB/T 32905-2016, appendix A. */
test.each<[DigestAlgorithm, string, string]>([
  ['sha256', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sm3', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['sm3', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('%s of %j is the published one', (algorithm, text, digest) => {
  expect(nodeDigester(algorithm)(text)).toBe(digest)
  if (algorithm === 'sm3') expect(packagedSm3(text)).toBe(digest)
})

test('digests are of the UTF-8 bytes, whichever makes them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(packagedSm3(text)).toBe(nodeDigester('sm3')(text))
      expect(parseDigest(nodeDigester('sha256')(text))).not.toBeNull()
    }),
  )
})
