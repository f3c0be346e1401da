import { describe, expect, it } from 'vitest'

import { safeUrl } from '../../../../src/domain/rendering/safeUrl.js'
import { hostileButAllowedUrls, hostileUrls } from '../../../helpers/hostileTexts.js'

describe('an address of a link', () => {
  it.each([
    'https://cider.example',
    'http://cider.example/privacy?of=you#part',
    'HTTPS://CIDER.EXAMPLE/',
    'https://[::1]:8080/',
    'https://zażółć.example/gęś',
    'mailto:privacy@cider.example?subject=Data',
    'tel:+1-555-0100',
    '/privacy',
    '/',
    'privacy/history',
    'privacy.html',
    '../terms',
    '..',
    './terms:2026',
    '?at=2026-01-01',
    '#section-cookies',
    '#',
    ...hostileButAllowedUrls,
  ])('may be %j', (url) => {
    expect(safeUrl(url)).toBe(url)
  })

  it('is taken without the blanks around it', () => {
    expect(safeUrl(' https://cider.example\n')).toBe('https://cider.example')
  })

  it.each([...hostileUrls, undefined, null, 7, {}, ['https://cider.example'], 'https://a\ud800'])(
    'may not be %j',
    (url) => {
      expect(safeUrl(url)).toBeUndefined()
    },
  )
})
