import type { Browser, Page } from 'playwright-core'

import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import {
  accessibilityFaults,
  adminFaults,
  scrollsSideways,
  startBrowser,
} from '../helpers/browser.js'
import { demoIsReady } from '../helpers/demo.js'
import { pageOf } from '../helpers/demoPeople.js'

const pictures = 'test-results'

describe('in a browser', () => {
  const address = inject('demoAddress')
  let browser: Browser
  let reader: Page

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    await demoIsReady(address)
    browser = await startBrowser()
    // A reader without JavaScript, on a phone: what the site shows must not depend on either.
    const context = await browser.newContext({
      baseURL: address,
      javaScriptEnabled: false,
      viewport: { height: 800, width: 360 },
    })
    reader = await context.newPage()
    reader.setDefaultTimeout(120_000)
  })

  afterAll(async () => {
    await browser.close()
  })

  const setClock = async (at: string) => {
    await fetch(`${address}/demo-clock`, {
      body: new URLSearchParams({ at }),
      method: 'POST',
      redirect: 'manual',
    })
  }
  const notices = () => reader.getByRole('region', { name: 'Changes to our policies' })
  const policyText = async () => {
    await reader.goto('/policies/privacy')
    return reader.getByRole('main').innerText()
  }

  describe('a reader without JavaScript', () => {
    it('sees on the homepage what will change, when, and where to read it', async () => {
      await reader.goto('/')
      const words = await notices().innerText()

      expect(words).toMatch(/will change on December 17, 2026/)
      expect(words).toMatch(/twelve months/)
      await notices().getByRole('link', { name: 'Read the new text' }).click()
      expect(new URL(reader.url()).pathname).toBe('/policies/privacy/versions/2')
      expect(await reader.getByRole('main').innerText()).toMatch(/December 17, 2026/)
    })

    it('reads the policy in force with a box for the upcoming version, its history and an old version', async () => {
      const words = await policyText()
      expect(words).toMatch(/Effective September 19, 2020/)
      expect(words).toMatch(/takes effect on December 17, 2026/)

      await reader
        .getByRole('link', { name: /history|versions/i })
        .first()
        .click()
      expect(new URL(reader.url()).pathname).toBe('/policies/privacy/history')
      const history = await reader.getByRole('main').innerText()
      expect(history).toMatch(/upcoming[\s\S]*in force/i)
      await reader.goto('/policies/privacy/versions/1')
      expect((await reader.getByRole('main').innerText()).length).toBeGreaterThan(1_000)
    })

    it('gets the new text at midnight in New York, and a notice that says so until its time is over', async () => {
      await setClock('2026-12-17T04:59:50Z')
      expect(await policyText()).toMatch(/Effective September 19, 2020/)

      await setClock('2026-12-17T05:00:00Z')
      expect(await policyText()).toMatch(/Effective December 17, 2026/)
      await reader.goto('/')
      expect(await notices().innerText()).toMatch(/changed on December 17, 2026/)

      await setClock('2027-01-16T05:00:00Z')
      await reader.goto('/')
      expect(await notices().count()).toBe(0)
      await setClock('2026-11-03T15:00:00Z')
    })

    it('never has to scroll sideways on a phone', async () => {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { height: 640, width: 320 },
      })
      const page = await context.newPage()
      for (const path of [
        '/',
        '/policies/privacy',
        '/policies/privacy/history',
        '/policies/privacy/versions/2',
        '/gift-cards',
      ]) {
        await page.goto(path)
        expect([path, await scrollsSideways(page)]).toEqual([path, false])
      }
      await context.close()
    })

    it('finds no barrier in the pages, light and dark, and no browser complains', async () => {
      const context = await browser.newContext({ baseURL: address })
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) {
          complaints.push(`${page.url()}: ${message.text()}`)
        }
      })
      for (const path of ['/', '/policies/privacy', '/policies/privacy/history', '/gift-cards']) {
        await page.goto(path)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect([path, colorScheme, await accessibilityFaults(page)]).toEqual([
            path,
            colorScheme,
            [],
          ])
          await page.screenshot({
            // A hidden caret is an attribute that React misses when it takes the page over.
            caret: 'initial',
            path: `${pictures}/site${path.replaceAll('/', '-')}-${colorScheme}.png`,
          })
        }
      }
      expect(complaints).toEqual([])
      await context.close()
    })
  })

  it('a page without React shows the notice too, follows the clock, and remembers that it was dismissed', async () => {
    const context = await browser.newContext({ baseURL: address })
    const page = await context.newPage()
    const notice = page.getByRole('status', { name: 'Changes to our policies' })
    const dismiss = page.getByRole('button', { name: /^Dismiss: Privacy/ })

    await page.goto('/gift-cards')
    await notice.getByText(/will change on December 17, 2026/).waitFor()
    await dismiss.click()
    const answered = page.waitForResponse(/policy-notices\/active/)
    await page.reload()
    await (await answered).finished()
    await page.evaluate(() => fetch('/policy-notice.js'))
    expect(await dismiss.count()).toBe(0)

    await setClock('2026-12-17T05:00:00Z')
    // What it was answered before the clock was set may still be kept.
    await context.newCDPSession(page).then((session) => session.send('Network.clearBrowserCache'))
    await page.reload()
    await notice.getByText(/changed on December 17, 2026/).waitFor()
    await setClock('2026-11-03T15:00:00Z')
    await context.close()
  })

  describe('the people of a policy', () => {
    const pages: Record<string, Page> = {}
    let document: string

    /** Each person works in a browser of their own, logged in. */
    const as = async (
      name: 'editor' | 'publisher' | 'reviewer',
      path = document,
    ): Promise<Page> => {
      if (!pages[name]) {
        pages[name] = await pageOf({ address, browser, name })
      }
      // Not until `load`: the development server keeps connections open, and compiles on first use.
      await pages[name].goto(path, { waitUntil: 'commit' })
      await panel(pages[name]).locator('.policy-workflow__status').waitFor()
      return pages[name]
    }
    const panel = (page: Page) => page.getByRole('region', { name: 'Where it stands' })
    const status = (page: Page) => panel(page).locator('.policy-workflow__status')
    const dialog = (page: Page) => page.getByRole('dialog')
    const takeStep = async (page: Page, step: string, comment = '') => {
      await panel(page).getByRole('button', { exact: true, name: step }).click()
      await dialog(page).getByLabel('Comment').fill(comment)
      await dialog(page).getByRole('button', { exact: true, name: step }).click()
    }

    /** Where the admin shows a version. */
    const addressOf = async (slug: string, label: string): Promise<string> => {
      const login = await fetch(`${address}/api/users/login`, {
        body: JSON.stringify({ email: 'admin@example.com', password: 'demo' }),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      const { token } = (await login.json()) as { token: string }
      const answer = await fetch(
        `${address}/api/policy-versions?where[policy.slug][equals]=${slug}&where[label][equals]=${label}`,
        { headers: { Authorization: `JWT ${token}` } },
      )
      const { docs } = (await answer.json()) as { docs: { id: number }[] }
      return `/admin/collections/policy-versions/${docs[0]!.id}`
    }

    beforeAll(async () => {
      await setClock('2026-11-03T15:00:00Z')
      document = await addressOf('terms', '2')
    })

    afterAll(async () => {
      await Promise.all(Object.values(pages).map((page) => page.context().close()))
    })

    it('a publisher is told why a date is too early, at the button and at the field', async () => {
      const page = await as('publisher')
      expect(await status(page).innerText()).toBe(
        'Approved. Published now, it can take effect on Friday, December 4, 2026 at the earliest. An editor has to choose that day or a later one, which needs a new review.',
      )
      await panel(page).getByRole('button', { exact: true, name: 'Publish' }).click()
      await dialog(page).getByText('As things stand, its publication would be refused').waitFor()
      expect(await dialog(page).innerText()).toMatch(/An editor has to choose that day/)
      // Nothing is shown that will not come about.
      expect(await dialog(page).getByText('What readers will see').count()).toBe(0)
      expect(await adminFaults(page, '.policy-dialog')).toEqual([])
      await dialog(page).getByRole('button', { exact: true, name: 'Publish' }).click()

      const refusal = dialog(page).getByRole('alert')
      await refusal.waitFor()
      expect(await refusal.innerText()).toMatch(
        /November 20, 2026 is too early.*lawful date is December 4, 2026/,
      )
      expect(await dialog(page).getByText('November 20, 2026 is too early').count()).toBe(1)
      expect(await page.locator('.policy-date .policy-fault').innerText()).toMatch(/too early/)
      expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
      await page.screenshot({ fullPage: true, path: `${pictures}/admin-refused.png` })
      await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    })

    it('an editor changes the date, which makes it a draft again, and submits it with a comment', async () => {
      const page = await as('editor')
      await page.getByLabel('Effective date').fill('2026-12-04')
      await page.getByText('24:00 EST to take effect on Friday, December 4, 2026.').waitFor()
      expect(await panel(page).getByText('Save your changes first.').count()).toBe(0)
      await page.getByRole('button', { name: 'Save' }).click()
      await status(page).filter({ hasText: 'Draft. Next: submit it for review.' }).waitFor()

      await takeStep(page, 'Submit for review', 'Now with a lawful date.')
      await status(page).filter({ hasText: 'In review: 0 of 1 approvals.' }).waitFor()
      expect(await panel(page).innerText()).toMatch(
        /Authors: .*You are one of them, so somebody else has to approve it/,
      )
    })

    it('a reviewer cannot edit, asks for nothing more and approves what is on the screen', async () => {
      const page = await as('reviewer')
      expect(await page.getByLabel('Effective date').isDisabled()).toBe(true)
      expect(await panel(page).getByRole('button').allInnerTexts()).toEqual([
        'Approve',
        'Request changes',
      ])
      expect(await adminFaults(page, '.policy-workflow')).toEqual([])
      expect(await adminFaults(page, '.policy-terms')).toEqual([])
      expect(await adminFaults(page, '.policy-date')).toEqual([])

      // Nobody is sent back to work without a word.
      await takeStep(page, 'Request changes')
      await dialog(page).getByRole('alert').getByText('Write in the comment what').waitFor()
      await dialog(page).getByRole('button', { name: 'Cancel' }).click()

      await takeStep(page, 'Approve', 'Fine.')
      await status(page)
        .filter({ hasText: /^Approved. Publish before .* to take effect on Friday, December 4/ })
        .waitFor()
    })

    it('the publisher publishes it: the version is sealed, and the notice stands on the homepage', async () => {
      const page = await as('publisher')
      await takeStep(page, 'Publish')
      await status(page)
        .filter({ hasText: 'Published. Takes effect on Friday, December 4, 2026.' })
        .waitFor()
      expect(await panel(page).innerText()).toMatch(/This version is sealed/)

      const editor = await as('editor')
      expect(await editor.getByLabel('Title').isDisabled()).toBe(true)
      expect(await editor.getByRole('button', { name: 'Save' }).count()).toBe(0)
      await editor.screenshot({ path: `${pictures}/admin-sealed.png` })

      await reader.goto('/')
      expect(await notices().innerText()).toMatch(
        /Terms of Service will change on December 4, 2026/,
      )
    })

    it('the publisher withdraws it: the homepage says that it will not come', async () => {
      const page = await as('publisher')
      await takeStep(page, 'Withdraw', 'Not this year.')
      await status(page)
        .filter({ hasText: /^Withdrawn on/ })
        .waitFor()

      await reader.goto('/')
      const words = await notices().innerText()
      expect(words).toMatch(/announced for December 4, 2026 has been withdrawn/)
      expect(words).not.toMatch(/Terms of Service will change/)
    })

    describe('on an urgent change with an exception', () => {
      let urgent: string

      beforeAll(async () => {
        urgent = await addressOf('cookies', '4')
      })

      it('an editor lets a warning about the text stand, with a reason, and goes on editing', async () => {
        const page = await as('editor', urgent)
        const advice = panel(page).locator('.policy-workflow__advice')
        expect(await advice.innerText()).toMatch(
          /Effective December 1, 2026[\s\S]*cannot work as an e-mail address/,
        )
        await advice.getByRole('button', { name: 'Let it stand' }).first().click()
        await advice.getByLabel('Why may it stand?').fill('The printed edition says so.')
        await advice.getByRole('button', { name: 'Let it stand' }).first().click()
        await advice.getByText('Let stand: The printed edition says so.').waitFor()
        expect(await adminFaults(page, '.policy-workflow')).toEqual([])

        // It is part of what a reviewer approves, so the version is a draft again.
        await status(page).filter({ hasText: 'Draft. Next: submit it for review.' }).waitFor()
        await page.getByLabel('What changes').fill('A new cookie tells people from programs.')
        await page.getByRole('button', { name: 'Save' }).click()
        await page.getByText('Updated successfully').first().waitFor()
        await page.reload({ waitUntil: 'commit' })
        await advice.getByText('Let stand: The printed edition says so.').waitFor()
        await takeStep(page, 'Submit for review')
        await status(page)
          .filter({ hasText: 'The exception to the notice period awaits an approval of its own.' })
          .waitFor()
      })

      it('a reviewer approves the text and the exception separately', async () => {
        const page = await as('reviewer', urgent)
        await takeStep(page, 'Approve')
        await panel(page).getByRole('button', { name: 'Approve the exception' }).waitFor()
        await panel(page).getByRole('button', { name: 'Approve the exception' }).click()
        expect(await dialog(page).innerText()).toMatch(/Passwords are being tried out/)
        await dialog(page).getByRole('button', { name: 'Approve the exception' }).click()
        await status(page)
          .filter({ hasText: /^Approved/ })
          .waitFor()
      })

      it('the publisher publishes it, and the homepage says why it comes so soon', async () => {
        const page = await as('publisher', urgent)
        await takeStep(page, 'Publish')
        await status(page)
          .filter({ hasText: /^Published/ })
          .waitFor()

        await reader.goto('/')
        expect(await notices().innerText()).toMatch(
          /Cookie Policy will change on November 4, 2026. The notice period was shortened: Passwords/,
        )
        await reader.goto('/policies/cookies/history')
        expect(await reader.getByRole('main').innerText()).toMatch(/Imported[\s\S]*an unknown date/)
      })

      it('an admin sees what was promised and what was given, and where it was too little', async () => {
        const page = await as('editor', urgent)
        const link = await page.request.get(`/api/policies?where[slug][equals]=cookies`)
        const { docs } = (await link.json()) as { docs: { id: number }[] }
        await page.goto(`/admin/collections/policies/${docs[0]!.id}`, { waitUntil: 'commit' })
        const report = page.getByRole('region', { name: 'Promised and given notice' })
        await report
          .getByText('Sooner than promised, by an exception: 1. Without one: 1.')
          .waitFor()

        expect(await report.getByRole('row', { name: /^3 / }).innerText()).toMatch(
          /15 calendar days[\s\S]*8 calendar days[\s\S]*breached/,
        )
        expect(await report.getByRole('row', { name: /^4 / }).innerText()).toMatch(/excused/)
        expect(await adminFaults(page, '.policy-report')).toEqual([])
        await page.screenshot({ fullPage: true, path: `${pictures}/admin-report.png` })
      })
    })
  })
})
