import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

import { compiled } from '../../../dev/compiled.js'

it('the element is one file of at most three kilobytes, as it comes over the wire', () => {
  const file = compiled('site/policy-notice.ts')

  expect(file).toContain("customElements.define('policy-notice'")
  expect(file).not.toMatch(/^import/m)
  expect(gzipSync(file).length).toBeLessThanOrEqual(3 * 1024)
})

it('does nothing where there is no document', async () => {
  expect(Object.keys(await import('../../../src/site/policy-notice.js'))).toEqual([])
})
