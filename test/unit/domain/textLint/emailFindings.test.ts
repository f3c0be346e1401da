import { describe, expect, it } from 'vitest'

import { emailFindings } from '../../../../src/domain/textLint/emailFindings.js'
import { policyTextOf } from '../../../../src/domain/textLint/policyTextOf.js'
import { body, link, paragraph } from './states.js'

const excerpts = (...blocks: Parameters<typeof body>): string[] =>
  emailFindings(policyTextOf(body(...blocks))).map(({ excerpt }) => excerpt)

describe('an address that cannot work', () => {
  it.each([
    ['by emailing privacy@CID Co-op.org or by phone', 'privacy@CID Co-op.org', 'blank after the @'],
    ['write to privacy@cider .org.', 'privacy@cider .org', 'blank after the @'],
    ['write to privacy@cider.', 'privacy@cider', 'no domain with an ending'],
    ['write to privacy@cider.1', 'privacy@cider.1', 'no domain with an ending'],
    ['privacy@@cider.org', 'privacy@@cider.org', 'two @'],
    ['privacy@cider@perry.org', 'privacy@cider@perry.org', 'two @'],
    ['write to privacy @cider.org', 'privacy @cider.org', 'blank before the @'],
    ['write to privacy@ cider.org', 'privacy@ cider.org', 'blank after the @'],
    ['write to privacy @ cider.org', 'privacy @ cider.org', 'blank before the @'],
    ['privacy@cider..org', 'privacy@cider..org', 'two dots'],
    ['data..privacy@cider.org', 'data..privacy@cider.org', 'two dots'],
    ['(privacy.@cider.org)', 'privacy.@cider.org', 'with a dot'],
    ['mailto:privacy@cider', 'privacy@cider', 'no domain with an ending'],
  ])('is found: %s', (text, excerpt, fault) => {
    const findings = emailFindings(policyTextOf(body(text)))

    expect(findings).toMatchObject([
      { code: 'EMAIL_BROKEN', excerpt, key: `EMAIL_BROKEN:${excerpt}` },
    ])
    expect(findings[0]?.message).toContain(fault)
  })

  it('is found across formatted words', () => {
    expect(excerpts(paragraph('privacy', '@', 'cider'))).toEqual(['privacy@cider'])
  })

  it.each([
    ['mailto:privacy@cider', 'privacy@cider'],
    ['MAILTO:privacy@CID%20Co-op.org?subject=Data', 'privacy@CID Co-op.org'],
    ['mailto:privacy@cider.org,perry', 'perry'],
    ['mailto:privacy@cider.org.', 'privacy@cider.org.'],
    ['mailto:privacy%', 'privacy%'],
  ])('is found where a link leads: %s', (url, excerpt) => {
    expect(excerpts(paragraph(link({ url, words: 'our office' })))).toEqual([excerpt])
  })
})

describe('what is right', () => {
  it.each([
    'Write to privacy@cider.org.',
    'Write to us (privacy@cider.org), “help@cider.org” or <office@mail.cider.co.uk>!',
    'privacy@cider.org, help@cider.org/office@cider.org; data-team+eu@cider-house.org',
    'privacy@cider.org’s inbox',
    'privacy@cider.org…',
    'mailto:privacy@cider.org?subject=Data',
    'müller@bücher.example',
    'PRIVACY@CIDER.ORG www.cider.org',
    'Follow us @cider.house, on Twitter @cider.org or at @cider@perry.social',
    'https://video.example/@cider and https://maps.example/@40.7,-74',
    'Your @cider.org address is yours',
    'See /docs@latest/privacy',
    'We sell 5 @ 3.50',
  ])('is left alone: %s', (text) => {
    expect(excerpts(text)).toEqual([])
  })

  it.each([
    'mailto:privacy@cider.org',
    'mailto:privacy@cider.org?subject=My%20data@home',
    'mailto:privacy@cider.org,%20help@cider.org',
    'mailto:?subject=Look',
    'https://cider.org/@home',
    '/contact',
  ])('is left alone where a link leads: %s', (url) => {
    expect(excerpts(paragraph(link({ url, words: 'our office' })))).toEqual([])
  })
})
