import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'

import { redlineHtml } from '../../../../src/domain/redline/redlineHtml.js'
import { redlineVersion } from '../../../../src/domain/redline/redlineVersion.js'
import { compare, heading, link, list, paragraph } from './states.js'

it('the version of the redline is raised where the same texts are compared otherwise', () => {
  const redline = compare(
    [
      heading('Fees', 2),
      'You pay within 30 days, by card or in cash. We thank you.',
      list(['in cash', 'by card', 'by cheque'], 'number'),
      heading('Data', 2),
      'We keep it’s record.',
      'What moves away comes again below, word by word.',
      heading('End', 2),
    ],
    [
      heading('Fees and costs', 2),
      'You pay within 20 days, by card. We thank you. It costs 5 EUR.',
      list(['in cash', 'by wire', 'by cheque'], 'number'),
      heading('Data', 2),
      "We keep it's record.",
      paragraph('Read ', link('https://example.com/more', 'more'), '.'),
      heading('End', 2),
      'What moves away comes again below, word by word.',
    ],
  )
  const digest = createHash('sha256')
    .update(JSON.stringify([redline, redlineHtml({ redline })]))
    .digest('hex')

  // Where the digest is another, raise `redlineVersion` and write both here.
  expect({ digest, redlineVersion }).toEqual({
    digest: '79305ad886c4a3def4123f88fe53bbf7eaa6c6d3062771b6d6c8a92ea8a6b242',
    redlineVersion: 1,
  })
})
