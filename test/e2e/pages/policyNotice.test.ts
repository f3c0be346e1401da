import type { Browser, BrowserContext, Page } from 'playwright-core'

import { mkdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { accessibilityFaults, scrollsSideways, startBrowser } from '../../helpers/browser.js'
import { compiled } from '../../../dev/compiled.js'
import { hostileTexts } from '../../helpers/hostileTexts.js'
import { activeNoticeOf } from '../../helpers/publicVersions.js'

const pictures = 'test-results'
const site = 'https://shop.example/'
const api = 'https://cms.example/api/policy-notices/active'
const script = compiled('site/policy-notice.ts')
const now = new Date('2026-08-15T12:00:00Z')
const message = 'Privacy will change on September 1, 2026.'

/** A shop's page without any framework, under a policy that lets its own scripts run and nothing else. */
const pageOf = (attributes: string) => `<!doctype html>
<html lang="en"><head><title>Shop</title><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<script type="module" src="/policy-notice.js"></script></head>
<body><main><h1>Shop</h1><policy-notice src="${api}" ${attributes}><a href="/policies">Our policies</a></policy-notice>
<p>Books</p></main></body></html>`

describe('in a browser, <policy-notice>', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let answer: () => { body: string; status?: number } | undefined
  let asked: URL[]
  let complaints: string[]

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    browser = await startBrowser()
  })

  afterAll(() => browser.close())

  beforeEach(async () => {
    answers({ nextChangeAt: null, notices: [activeNoticeOf()] })
    asked = []
    complaints = []
    context = await browser.newContext({ viewport: { height: 800, width: 375 } })
    await context.clock.install({ time: now })
    await context.exposeBinding('pwned', () => complaints.push('A script ran.'))
    page = await context.newPage()
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => complaints.push(error.message))
    await context.route('**/*', (route) => {
      const url = new URL(route.request().url())

      if (url.href.startsWith(api)) {
        asked.push(url)
        const found = answer()
        return found
          ? route.fulfill({
              contentType: 'application/json',
              headers: { 'Access-Control-Allow-Origin': '*' },
              ...found,
            })
          : route.abort()
      }
      if (url.pathname === '/policy-notice.js') {
        return route.fulfill({ body: script, contentType: 'text/javascript' })
      }
      if (url.href.startsWith(site)) {
        return route.fulfill({
          body: pageOf(decodeURIComponent(url.search.slice(1))),
          contentType: 'text/html; charset=utf-8',
          headers: {
            'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src *",
          },
        })
      }
      complaints.push(`The page asked for ${url.href}.`)
      return route.abort()
    })
  })

  afterEach(async () => {
    expect(complaints).toEqual([])
    await context.close()
  })

  const answers = (body: unknown, status = 200) => {
    answer = () => ({ body: typeof body === 'string' ? body : JSON.stringify(body), status })
  }
  /** Opens the page and waits for the answer to have arrived. */
  const open = async (attributes = '') => {
    const before = asked.length
    await page.goto(`${site}?${encodeURIComponent(attributes)}`)
    await expect.poll(() => asked.length).toBeGreaterThan(before)
    await settled()
  }
  const settled = () => page.evaluate(() => fetch('/').then((response) => response.text()))
  const status = () => page.getByRole('status')
  const messages = () => page.locator('policy-notice [part=message]').allInnerTexts()

  it('announces what will change, with a link to the new text', async () => {
    await open()

    expect(await page.getByRole('status', { name: 'Changes to our policies' }).count()).toBe(1)
    expect(await status().innerText()).toContain(message)
    expect(await status().innerText()).toContain('We ask before we write.')
    expect(
      await page.getByRole('link', { name: 'Read the text: Privacy' }).getAttribute('href'),
    ).toBe('https://cider.example/policies/privacy/versions/3')
    expect(await page.getByRole('link', { name: 'Our policies' }).isVisible()).toBe(false)
    expect(asked.map(({ href }) => href)).toEqual([api])
  })

  it('speaks the language of the page, of one policy alone, in words of its own', async () => {
    answers({
      nextChangeAt: null,
      notices: [
        activeNoticeOf({ locale: 'de', message: 'Die Datenschutzerklärung ändert sich.' }),
        activeNoticeOf({ id: 2, policy: { slug: 'terms', title: 'Terms' } }),
      ],
    })
    await open(
      'locale="de" policy="privacy" label="Änderungen" link-text="Lesen" dismiss-text="Schließen"',
    )

    expect(asked[0]!.search).toBe('?locale=de')
    expect(await messages()).toEqual(['Die Datenschutzerklärung ändert sich.'])
    expect(await page.locator('policy-notice [part=message]').getAttribute('lang')).toBe('de')
    expect(await page.getByRole('status', { name: 'Änderungen' }).count()).toBe(1)
    expect(await page.getByRole('link', { name: 'Lesen: Privacy' }).count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Schließen: Privacy' }).count()).toBe(1)

    answers({ nextChangeAt: null, notices: [activeNoticeOf()] })
    await page.evaluate(() => document.querySelector('policy-notice')!.setAttribute('locale', 'en'))
    await expect.poll(messages).toEqual([message])
  })

  describe('dismissed', () => {
    const dismissPrivacy = () => page.getByRole('button', { name: 'Dismiss: Privacy' }).click()

    it('stays away for this version in this phase, and leaves the others', async () => {
      const terms = activeNoticeOf({
        id: 2,
        message: 'Terms will change.',
        policy: { slug: 'terms', title: 'Terms' },
      })
      answers({ nextChangeAt: null, notices: [activeNoticeOf(), terms] })
      await open()
      await dismissPrivacy()

      expect(await messages()).toEqual(['Terms will change.'])
      expect(
        await page.evaluate(
          () => document.querySelector('policy-notice')!.shadowRoot!.activeElement?.ariaLabel,
        ),
      ).toBe('Dismiss: Terms')

      await open()
      expect(await messages()).toEqual(['Terms will change.'])

      answers({
        notices: [
          activeNoticeOf({ message: 'Privacy changed.', phase: 'after' }),
          activeNoticeOf({
            id: 3,
            message: 'Privacy will change again.',
            version: { label: '4', state: 'upcoming' },
          }),
        ],
      })
      await open()
      expect(await messages()).toEqual(['Privacy changed.', 'Privacy will change again.'])
    })

    it('stays away until the page is left where the browser keeps nothing', async () => {
      await context.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('Access is denied.', 'SecurityError')
          },
        }),
      )
      await open()
      expect(await messages()).toEqual([message])
      await dismissPrivacy()
      expect(await messages()).toEqual([])

      await page.evaluate(() => {
        const element = document.querySelector('policy-notice')!
        element.remove()
        document.querySelector('main')!.append(element)
      })
      await expect.poll(() => asked.length).toBe(2)
      await settled()
      expect(await messages()).toEqual([])
    })
  })

  it('changes its words when the change takes effect, without the page being loaded again', async () => {
    answers({ nextChangeAt: '2026-09-01T04:00:00.000Z', notices: [activeNoticeOf()] })
    await open()
    answers({
      nextChangeAt: null,
      notices: [activeNoticeOf({ message: 'Privacy changed.', phase: 'after' })],
    })
    // A computer that slept.
    await context.clock.fastForward(+new Date('2026-09-01T04:00:00Z') - +now)

    await expect.poll(messages).toEqual(['Privacy changed.'])
  })

  it('is not announced again as long as it stays the same, and asks no more than hourly', async () => {
    await open()
    await page.evaluate(() => {
      const list = document.querySelector('policy-notice')!.shadowRoot!.querySelector('div')!
      const seen = Object.assign(window, { changes: 0 })
      new MutationObserver(() => (seen.changes += 1)).observe(list, { childList: true })
    })
    await context.clock.runFor(3_599_000)
    expect(asked.length).toBe(1)
    await context.clock.runFor(2_000)
    await expect.poll(() => asked.length).toBe(2)
    await settled()

    expect(await page.evaluate(() => (window as unknown as { changes: number }).changes)).toBe(0)
  })

  it('asks no more once it is gone', async () => {
    await open()
    await page.evaluate(() => document.querySelector('policy-notice')!.remove())
    await context.clock.runFor(10_000_000)
    await settled()

    expect(asked.length).toBe(1)
  })

  describe('shows nothing and breaks nothing', () => {
    it('where the API cannot be reached; and what it has as soon as it can', async () => {
      const [before] = [answer]
      answer = () => undefined
      await open()
      expect(await status().innerText()).toBe('')
      expect(await page.getByText('Books').isVisible()).toBe(true)

      answer = before
      await context.clock.runFor(300_000)
      await expect.poll(messages).toEqual([message])

      // What is shown stays while it cannot.
      answer = () => undefined
      await context.clock.runFor(3_600_000)
      await expect.poll(() => asked.length).toBe(3)
      await settled()
      expect(await messages()).toEqual([message])
    })

    it.each([
      ['a page', '<!doctype html><h1>Welcome</h1>', 200],
      ['nothing', '', 200],
      ['null', 'null', 200],
      ['a number', '7', 200],
      ['a refusal', { errors: [{ message: 'No.' }] }, 400],
      ['a refusal with notices', { notices: [activeNoticeOf()] }, 500],
      ['no list', { notices: { length: 1 } }, 200],
      ['a list of nonsense', { notices: [null, 1, 'x', [], {}, { message: 1 }] }, 200],
      ['notices without a policy', { notices: [{ ...activeNoticeOf(), policy: null }] }, 200],
      ['notices without words', { notices: [activeNoticeOf({ message: '' })] }, 200],
    ])('where the answer is %s', async (_, body, code) => {
      answers(body, code)
      await open()

      expect(await status().innerText()).toBe('')
      expect(await page.getByText('Books').isVisible()).toBe(true)
    })

    it.each(['src=""', 'src="https://"', 'src="javascript:pwned()"'])(
      'where the address is none: %s',
      async (attribute) => {
        await page.goto(site)
        await page.evaluate((html) => {
          document.querySelector('main')!.innerHTML = html
        }, `<policy-notice ${attribute}></policy-notice><p>Books</p>`)
        await settled()

        expect(await status().innerText()).toBe('')
      },
    )

    it('where a change is said to come at no time that there is', async () => {
      answers({ nextChangeAt: 'soon', notices: [activeNoticeOf()] })
      await open()
      await context.clock.runFor(60_000)
      await settled()

      expect(await messages()).toEqual([message])
      expect(asked.length).toBe(1)
    })

    it('and does not hurry where its own clock is ahead', async () => {
      answers({ nextChangeAt: '2020-01-01T00:00:00.000Z', notices: [] })
      await open()
      await context.clock.runFor(4_000)
      await settled()

      expect(asked.length).toBe(1)
    })
  })

  it('takes every text for text, and links to the web alone', async () => {
    const hostile = hostileTexts.filter(Boolean)
    answers({
      nextChangeAt: null,
      notices: hostile.map((text, id) =>
        activeNoticeOf({
          changeSummary: text,
          id,
          locale: text,
          message: text,
          policy: { slug: text, title: text },
          url: text,
          version: { label: text, state: 'upcoming' },
        }),
      ),
    })
    await open()
    const shown = await page.evaluate(() => {
      const root = document.querySelector('policy-notice')!.shadowRoot!
      const all = [...root.querySelectorAll('*')]

      return {
        elements: [...new Set(all.map(({ localName }) => localName))].sort(),
        messages: [...root.querySelectorAll('[part=message]')].map((part) => part.textContent),
        protocols: [...new Set([...root.querySelectorAll('a')].map((link) => link.protocol))],
      }
    })

    expect(shown.messages).toEqual(hostile)
    expect(shown.elements).toEqual(['a', 'article', 'button', 'div', 'p'])
    expect(shown.protocols.sort()).toEqual(['http:', 'https:'])
  })

  describe('on a phone', () => {
    it.each(['light', 'dark'] as const)('has no barrier and fits, %s', async (colorScheme) => {
      answers({
        nextChangeAt: null,
        notices: [
          activeNoticeOf(),
          activeNoticeOf({
            changeSummary: 'x'.repeat(200),
            id: 2,
            message: 'Withdrawn.',
            phase: 'withdrawn',
            policy: { slug: 'terms', title: 'Terms of Service' },
          }),
        ],
      })
      await page.emulateMedia({ colorScheme })
      await open()

      expect(await accessibilityFaults(page)).toEqual([])
      expect(await scrollsSideways(page)).toBe(false)
      await page.screenshot({ path: `${pictures}/policy-notice-${colorScheme}.png` })
    })

    it('takes the colors of the page that says its own', async () => {
      await open()
      await page.evaluate(() => {
        const element = document.querySelector<HTMLElement>('policy-notice')!
        element.style.setProperty('--policy-notice-background', 'rgb(1, 2, 3)')
      })

      expect(
        await page
          .locator('policy-notice article')
          .evaluate((notice) => getComputedStyle(notice).backgroundColor),
      ).toBe('rgb(1, 2, 3)')
    })
  })

  it('leaves its content to readers without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const quiet = await plain.newPage()
    await quiet.setContent(pageOf(''))

    expect(await quiet.getByRole('link', { name: 'Our policies' }).isVisible()).toBe(true)
    await plain.close()
  })
})
