import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { lexicalFromText } from '../../src/index.js'
import { scrollsSideways, startBrowser } from '../helpers/browser.js'
import { demoIsReady } from '../helpers/demo.js'
import { pageOf } from '../helpers/demoPeople.js'
import { tenDays } from '../helpers/stage.js'

describe('the plugin’s parts of the admin', () => {
  const address = inject('demoAddress')
  let browser: Browser
  let page: Page
  let version: number
  const complaints: string[] = []

  beforeAll(async () => {
    await demoIsReady(address)
    browser = await startBrowser()
    page = await pageOf({ address, browser, name: 'admin' })
    page.on('console', (message) => {
      if (message.type() === 'error') {
        complaints.push(message.text())
      }
    })
    // Its own, as the drafts of the demo are published by other tests.
    const created = async (collection: string, data: object): Promise<number> => {
      const answer = await page.request.post(`/api/${collection}`, { data })
      return ((await answer.json()) as { doc: { id: number } }).doc.id
    }
    version = await created('policy-versions', {
      body: lexicalFromText('We lend books to everybody.'),
      noticeTerms: tenDays,
      policy: await created('policies', {
        slug: 'quiet',
        kind: 'terms',
        timeZone: 'UTC',
        title: 'Quiet hours',
      }),
      title: 'Quiet hours',
    })
  })

  afterAll(() => browser.close())

  const open = async () => {
    await page.goto(`/admin/collections/policy-versions/${version}`, { waitUntil: 'commit' })
    await page.locator('.policy-workflow__status').waitFor()
    await page.locator('.policy-date__open').waitFor()
  }

  it('give the browser nothing to complain about: no missing key, no text that the server wrote otherwise', async () => {
    await open()

    expect(complaints).toEqual([])
  })

  it('are labelled in the reader’s language, and scroll no wider than the window from right to left', async () => {
    await page.context().addCookies([{ name: 'payload-lng', url: address, value: 'ar' }])
    await open()

    expect(await page.locator('.policy-date label').innerText()).toBe('تاريخ السريان')
    expect(await page.locator('.rich-text-lexical label').first().innerText()).toMatch(/^النص/)
    expect(await scrollsSideways(page)).toBe(false)
  })
})
