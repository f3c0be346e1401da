import type { Browser, Page } from 'playwright-core'

import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { lexicalFromText } from '../../src/index.js'
import { adminFaults, scrollsSideways, showTheme, startBrowser } from '../helpers/browser.js'
import { tenDays } from '../helpers/stage.js'
import { demoIsReady } from '../helpers/demo.js'
import { demoPeople, pageOf } from '../helpers/demoPeople.js'

const before = `Lending

We lend “books” to everybody.

You bring them back on time.

We are open every day.

Your data

We keep the list of your loans for six months. Ask us for it.
`
const after = before.replace('“books”', '"books"').replace('six months', 'twelve months')

describe('a reviewer in the review tab', () => {
  const address = inject('demoAddress')
  const { as, publish } = demoPeople(address)
  let browser: Browser
  let page: Page
  let id: number

  const edit = (text: string) =>
    as('editor', 'PATCH', `/policy-versions/${id}`, { body: lexicalFromText(text) })
  const submit = () => as('editor', 'POST', `/policy-versions/${id}/submit`, {})
  const review = () => page.locator('.policy-review')
  const panel = (name: string) => page.getByRole('region', { name })
  const step = (name: string) => panel('Where it stands').getByRole('button', { name })

  beforeAll(async () => {
    mkdirSync('test-results', { recursive: true })
    await demoIsReady(address)
    browser = await startBrowser()
    page = await pageOf({ address, browser, name: 'reviewer' })

    const policy = await as('editor', 'POST', '/policies', {
      slug: 'lending',
      kind: 'other',
      timeZone: 'America/New_York',
      title: 'Lending Rules',
    })
    const draft = (data: object) =>
      as('editor', 'POST', '/policy-versions', {
        policy: policy.doc.id,
        title: 'Lending Rules',
        ...data,
      })
    const first = await draft({ body: lexicalFromText(before), noticeTerms: tenDays })
    await publish(first.doc.id)
    id = (await draft({ body: lexicalFromText(after) })).doc.id
    await submit()
    await page.goto(`/admin/collections/policy-versions/${id}/review`, { waitUntil: 'commit' })
    await review().locator('.policy-review__redline').waitFor()
  })

  afterAll(() => browser.close())

  it('sees what changed, with what is unchanged and cosmetic folded away', async () => {
    const text = review().locator('.policy-review__redline')
    await page
      .locator('.step-nav')
      .filter({ hasText: /Versions\W*Lending Rules/ })
      .waitFor()

    expect(await text.locator('del, ins').allTextContents()).toEqual([
      expect.stringMatching(/deleted:\s+six\s+end/),
      expect.stringMatching(/inserted:\s+twelve\s+end/),
    ])
    expect(await text.innerText()).not.toMatch(/open every day/)
    expect(await review().locator('.policy-review__counts').innerText()).toMatch(
      /Changes: 1, moved: 0[\s\S]*changed: 1, removed: 0[\s\S]*added: 1, removed: 1[\s\S]*Cosmetic changes: 1/,
    )

    await review()
      .getByRole('button', { name: /^Cosmetic changes: 1, Show/ })
      .click()
    expect(await text.locator('.policy-review__cosmetic').count()).toBeGreaterThan(0)
    await review()
      .getByRole('button', { name: /^Cosmetic changes: 1, Hide/ })
      .click()
    expect(await text.locator('.policy-review__cosmetic').count()).toBe(0)
  })

  it('sees why it may be material, and goes from there to the sentence, and on by keyboard', async () => {
    const doubts = await panel('Material or not').innerText()
    expect(doubts).toMatch(/Marked as not material[\s\S]*retention/)
    expect(doubts).toMatch(/No reason is given/)

    await panel('Material or not')
      .getByRole('button', { name: /loans for six months/ })
      .click()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    expect(await focused()).toMatch(/the list of your loans/)

    await page.keyboard.press('Alt+ArrowDown')
    await review().getByText('Change 1 of 1').waitFor()
    expect(await focused()).toMatch(/the list of your loans/)
  })

  it('finds no barrier, inline and side by side, in the dark and on a phone', async () => {
    expect(await adminFaults(page, '.policy-review')).toEqual([])
    await review().getByRole('button', { name: 'Side by side' }).click()
    expect(await review().locator('.policy-review__side').allInnerTexts()).toEqual([
      expect.stringMatching(/six/),
      expect.stringMatching(/twelve/),
    ])
    await page.setViewportSize({ height: 800, width: 360 })
    expect(await scrollsSideways(page)).toBe(false)
    expect(await adminFaults(page, '.policy-review')).toEqual([])
    await showTheme(page, 'dark')
    await page.screenshot({ fullPage: true, path: 'test-results/admin-review-phone.png' })
    await showTheme(page, 'light')
    await page.setViewportSize({ height: 800, width: 1280 })
  })

  it('cannot approve what is not on the screen any more, loads the newer text and approves that', async () => {
    await edit(after.replace('twelve', 'eighteen'))
    await submit()

    await step('Approve').click()
    await panel('Where it stands').getByLabel('Comment').fill('Fine with me.')
    await step('Approve').click()
    await panel('Where it stands')
      .getByRole('alert')
      .getByText(/changed after it was shown/)
      .waitFor()
    await step('Load the newer text').click()
    await review().locator('.policy-review__redline ins').getByText('eighteen').waitFor()

    await step('Approve').click()
    await panel('Where it stands').getByLabel('Comment').fill('Fine with me.')
    await step('Approve').click()
    await page
      .locator('[data-sonner-toast]')
      .filter({ hasText: /^Approved$/ })
      .waitFor()
    await panel('Where it stands')
      .getByText(/^Approved/)
      .waitFor()
    await panel('Approvals and comments').getByText('Fine with me.').waitFor()
    expect(await panel('Approvals and comments').innerText()).toMatch(/Rita Reviewer approved/)
  })
})
