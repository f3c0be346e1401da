import type { Browser, Page } from 'playwright-core'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { lexicalFromText } from '../../src/index.js'
import { adminFaults, startBrowser } from '../helpers/browser.js'
import { thirtyBusinessDays } from '../helpers/cast.js'
import { demoIsReady } from '../helpers/demo.js'
import { pageOf } from '../helpers/demoPeople.js'

type Name = 'editor' | 'publisher' | 'reviewer'

describe('the day of effect, without a mouse', () => {
  const address = inject('demoAddress')
  const pages = {} as Record<Name, Page>
  let browser: Browser
  let page: Page
  let version: number

  /** Asks the server as somebody. */
  const send = async (name: Name, path: string, data: object) => {
    const answer = await pages[name].request.post(`/api${path}`, { data })
    if (!answer.ok()) {
      throw new Error(`${path}: ${await answer.text()}`)
    }
    return ((await answer.json()) as { doc: { id: number } }).doc
  }
  const draft = async (policy: number, more: object) =>
    (
      await send('editor', '/policy-versions', {
        body: lexicalFromText('You may return a book within a month.'),
        policy,
        title: 'Returns',
        ...more,
      })
    ).id
  const approve = async (id: number) => {
    await send('editor', `/policy-versions/${id}/submit`, {})
    await send('reviewer', `/policy-versions/${id}/approve`, {})
  }
  const open = async (name: Name): Promise<Page> => {
    const opened = pages[name]
    // Not until `load`: the development server keeps connections open, and compiles on first use.
    await opened.goto(`/admin/collections/policy-versions/${version}`, { waitUntil: 'commit' })
    await opened.locator('.policy-workflow__status').waitFor()
    return opened
  }

  beforeAll(async () => {
    await demoIsReady(address)
    browser = await startBrowser()
    for (const name of ['editor', 'publisher', 'reviewer'] as const) {
      pages[name] = await pageOf({ address, browser, name })
    }
    const policy = await send('editor', '/policies', {
      slug: 'returns',
      kind: 'other',
      timeZone: 'America/New_York',
      title: 'Returns',
    })
    const first = await draft(policy.id, { noticeTerms: thirtyBusinessDays })
    await approve(first)
    await send('publisher', `/policy-versions/${first}/publish`, {})
    version = await draft(policy.id, { materialChange: true })
    page = await open('editor')
  })

  afterAll(async () => {
    await browser.close()
  })

  const calendar = () => page.getByRole('dialog', { name: 'Choose a day' })
  const focusedDay = () => page.evaluate(() => document.activeElement?.getAttribute('data-date'))
  const earliest = () => page.getByRole('button', { name: /^Earliest lawful day/ })

  it('is looked for in a calendar that opens on the earliest lawful day', async () => {
    // Until that day is known, the button does nothing.
    await earliest().waitFor()
    await page.getByRole('button', { name: 'Open the calendar' }).press('Enter')
    await calendar().waitFor()
    await calendar().locator('.policy-calendar__day--earliest').waitFor()

    expect(
      await calendar().locator('.policy-calendar__day--earliest').getAttribute('data-date'),
    ).toBe(await focusedDay())
    expect(await adminFaults(page, '.policy-date')).toEqual([])
  })

  it('cannot be one that is too early, which says why', async () => {
    const lawful = await focusedDay()
    await page.keyboard.press('ArrowLeft')
    const day = calendar().locator('[tabindex="0"]')

    expect(await focusedDay()).not.toBe(lawful)
    expect(await day.getAttribute('aria-disabled')).toBe('true')
    expect(await day.getAttribute('aria-label')).toMatch(
      /Too early: the period of 30 business days \(US federal calendar\) that version 1 promised ends on/,
    )
    expect(await calendar().locator('.policy-calendar__reason').innerText()).toMatch(/Too early/)
    await page.keyboard.press('Enter')
    expect(await calendar().getByRole('alert').innerText()).toMatch(/cannot be chosen/)
    expect(await page.getByLabel('Effective date').inputValue()).toBe('')
  })

  it('is left alone by Escape, with the focus back on the button', async () => {
    await page.keyboard.press('PageDown')
    await page.keyboard.press('Escape')

    expect(await calendar().count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Open the calendar',
    )
  })

  it('comes sooner for a change that is not material, before anything is saved', async () => {
    const forMaterial = await earliest().innerText()
    await page.locator('#field-materialChange').press('Space')
    await earliest().filter({ hasNotText: forMaterial }).waitFor()
    const forOther = await earliest().innerText()
    await page.locator('#field-materialChange').press('Space')
    await earliest().filter({ hasNotText: forOther }).waitFor()
  })

  it('can be sooner by an exception, for a reason that is chosen where the field says', async () => {
    const lawful = new Date((await earliest().innerText()).replace(/^[^:]*: /u, ''))
    const tooEarly = new Date(+lawful - 86_400_000).toLocaleDateString('en-CA')
    const hint = page.locator('.policy-date__hint').first()
    const reason = page.locator('.collapsible input[role="combobox"]').first()

    await page.getByLabel('Effective date').fill(tooEarly)
    await hint
      .filter({
        hasText:
          'for one of these reasons: Legal obligation. It is claimed below, under “Exception, replacement, import”.',
      })
      .waitFor()
    await page.locator('.collapsible__toggle').last().press('Enter')
    await reason.press('ArrowDown')
    await reason.press('Enter')
    await hint.filter({ hasText: 'by the exception that is claimed' }).waitFor()

    await page.getByRole('button', { name: 'Open the calendar' }).press('Enter')
    await calendar().locator(`.policy-calendar__day--exception[data-date="${tooEarly}"]`).waitFor()
    await calendar().getByText('only by the exception').waitFor()
    expect(await adminFaults(page, '.policy-date')).toEqual([])
    await page.keyboard.press('Escape')

    await reason.press('Delete')
    await hint.filter({ hasText: /^Too early/ }).waitFor()
    await page.getByLabel('Effective date').fill('')
    await hint.filter({ hasText: /^Left empty and published now/ }).waitFor()
  })

  it('is set by the button of the earliest lawful day, and the field says until when to publish', async () => {
    await page.getByRole('button', { name: 'Open the calendar' }).press('Enter')
    await calendar()
      .getByRole('button', { name: /^Earliest lawful day/ })
      .press('Enter')

    expect(await page.getByLabel('Effective date').inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await page
      .locator('.policy-date__hint')
      .filter({ hasText: /^Publish before .* at 24:00 E[SD]T to take effect on/ })
      .waitFor()
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    await page.getByText('Updated successfully').first().waitFor()
  })

  it('stands in the dialog of the publication, with the words that readers will see', async () => {
    await approve(version)
    page = await open('publisher')
    const publish = page.getByRole('button', { exact: true, name: 'Publish' })
    await publish.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Publish' })
    await dialog.waitFor()
    const words = await dialog.innerText()

    expect(words).toMatch(
      /Returns will change on \w+ \d+, \d{4}\.[\s\S]*From then on:\s*Returns changed on/,
    )
    expect(words).toMatch(/Nothing is said of what changes[\s\S]*under “What changes”/)
    expect(words).toMatch(/End of the notice period[\s\S]*Takes effect/)
    expect(words).toMatch(/Everybody who visits the site/)
    expect(words).toMatch(/None of it can be edited afterwards/)
    expect(await adminFaults(page, '.policy-dialog')).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Publish')
  })
})
