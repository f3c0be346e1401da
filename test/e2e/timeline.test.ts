import type { Browser, Page } from 'playwright-core'

import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { adminFaults, showTheme, startBrowser } from '../helpers/browser.js'
import { demoIsReady } from '../helpers/demo.js'
import { pageOf } from '../helpers/demoPeople.js'

const pictures = 'test-results'

describe('what the admin shows of policies', () => {
  const address = inject('demoAddress')
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    await demoIsReady(address)
    browser = await startBrowser()
    page = await pageOf({ address, browser, name: 'reviewer' })
  })

  afterAll(async () => {
    await browser.close()
  })

  const policyAt = async (slug: string): Promise<string> => {
    const answer = await page.request.get(`/api/policies?where[slug][equals]=${slug}`)
    const { docs } = (await answer.json()) as { docs: { id: number }[] }
    return `/admin/collections/policies/${docs[0]!.id}`
  }

  it('the dashboard says what takes effect soon and what is live, and leads there', async () => {
    await page.goto('/admin', { waitUntil: 'commit' })
    const today = page.getByRole('region', { name: 'Policies today' })
    await today.getByRole('heading', { name: /^Waits for you/ }).waitFor()

    const soon = today.getByRole('region', { name: /^Takes effect soon/ })
    expect(await soon.innerText()).toMatch(
      /version 2\s+takes effect on Thursday, December 17, 2026 · material change/,
    )
    expect(await today.getByRole('region', { name: /^Notices now live/ }).innerText()).toMatch(
      /announces the change, until Friday, January 15, 2027/,
    )
    // The doctor is for admins.
    expect(await today.getByRole('heading', { name: /doctor/ }).count()).toBe(0)
    expect(await adminFaults(page, '.policy-dashboard')).toEqual([])
    await page.screenshot({ fullPage: true, path: `${pictures}/admin-dashboard.png` })

    await soon
      .getByRole('link', { name: /version 2$/ })
      .first()
      .click()
    await page.getByText('Published. Takes effect on Thursday, December 17, 2026.').waitFor()
  })

  it('the list of versions says when each takes effect, and carries none of their texts', async () => {
    const answer = await page.goto(
      '/admin/collections/policy-versions?limit=100&where[or][0][and][0][label][equals]=1&where[or][0][and][1][policy.slug][in]=cookies,privacy',
      { waitUntil: 'commit' },
    )
    const rowOf = (title: string) => page.getByRole('row', { name: new RegExp(title, 'u') })
    await rowOf('Privacy').waitFor()

    // In the policy's zone.
    expect(await rowOf('Privacy').innerText()).toMatch(/Published\s+false\s+Sep 19, 2020/)
    expect(await rowOf('Cookie Policy').innerText()).toMatch(/unknown/)
    const sent = await answer!.text()
    expect(sent).toContain('Privacy &amp; Cookies Policy')
    expect(sent).not.toContain('renditions')
  })

  it('a reviewer is led from the dashboard to what waits for a review', async () => {
    // A policy of its own: the others belong to the journeys.
    const editor = await pageOf({ address, browser, name: 'editor' })
    const post = async (path: string, data: object): Promise<{ id: number }> => {
      const answer = await editor.request.post(path, { data })
      expect(answer.ok()).toBe(true)
      return ((await answer.json()) as { doc: { id: number } }).doc
    }
    const inForce = await editor.request.get('/api/policies/privacy/versions/1')
    const { body, noticeTerms } = (await inForce.json()) as Record<string, unknown>
    const { id: policy } = await post('/api/policies', {
      slug: 'house-rules',
      kind: 'other',
      timeZone: 'America/New_York',
      title: 'House Rules',
    })
    const version = await post('/api/policy-versions', {
      body,
      noticeTerms,
      policy,
      title: 'House Rules',
    })
    await post(`/api/policy-versions/${version.id}/submit`, {})
    await editor.context().close()

    await page.goto('/admin', { waitUntil: 'commit' })
    const waiting = page.getByRole('region', { name: /^Waits for you/ })
    await waiting.getByRole('link', { name: 'House Rules, version 1' }).click()
    await page.getByRole('button', { exact: true, name: 'Approve' }).waitFor()
  })

  it('a policy says on top what is in force, what comes, and what a change needs', async () => {
    await page.goto(await policyAt('privacy'), { waitUntil: 'commit' })
    const panel = page.getByRole('region', { name: 'Where the policy stands' })
    await panel.getByText('In force since Saturday, September 19, 2020.').waitFor()

    expect(await panel.innerText()).toMatch(/Takes effect on Thursday, December 17, 2026/)
    expect(await panel.innerText()).toContain(
      'A material change needs a homepage notice at least 30 business days (US federal calendar) before it takes effect.',
    )
    expect(
      await panel
        .getByRole('link', { name: /\/policies\/privacy\/versions\/1$/ })
        .getAttribute('href'),
    ).toBe('/policies/privacy/versions/1')
    expect(await adminFaults(page, '.policy-panel')).toEqual([])

    await panel.getByRole('link', { name: 'See the timeline' }).click()
    await page.getByRole('img', { name: /versions on a time axis/ }).waitFor()
  })

  it('the timeline draws versions, notice windows and the legal minimum, and says the same in a table', async () => {
    await page.goto(`${await policyAt('privacy')}/timeline`, { waitUntil: 'commit' })
    const picture = page.getByRole('img', { name: /versions on a time axis/ })
    await picture.getByText('Dec 17, 2026 · earliest lawful day · takes effect').waitFor()
    expect(await picture.getByText('Today, Nov 3, 2026').count()).toBe(1)

    await page.getByLabel('Everything').check()
    await picture.getByText('Sep 19, 2020 · published · took effect').waitFor()
    const row = page.getByRole('row', { name: /^2 / })
    expect(await row.innerText()).toMatch(
      /Upcoming[\s\S]*Nov 2, 2026 – Jan 15, 2027\s+Dec 17, 2026\s+Dec 17, 2026/,
    )

    expect(await adminFaults(page, '.policy-timeline')).toEqual([])
    for (const theme of ['dark', 'light'] as const) {
      await showTheme(page, theme)
      await page.screenshot({ fullPage: true, path: `${pictures}/admin-timeline-${theme}.png` })
    }

    await page.setViewportSize({ height: 800, width: 360 })
    const view = page.locator('.policy-timeline')
    // The panel's own header is wider than a phone; what is in here scrolls within itself.
    expect(await view.evaluate(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth)).toBe(
      false,
    )
    expect((await view.boundingBox())?.width).toBeLessThanOrEqual(360)
  })
})
