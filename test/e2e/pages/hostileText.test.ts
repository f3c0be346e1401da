import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'

import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { policyPage } from '../../../src/domain/rendering/policyPage.js'
import { policyPageSecurityPolicy } from '../../../src/domain/rendering/policyPageStyle.js'
import { renderText } from '../../../src/domain/rendering/renderText.js'
import { wordsOf } from '../../../src/translations/index.js'
import { accessibilityFaults, scrollsSideways, startBrowser } from '../../helpers/browser.js'
import { hostileBody, hostileTexts } from '../../helpers/hostileTexts.js'
import { htmlOfMarkdown } from '../../helpers/parsers.js'
import { activeNoticeOf, publicVersionOf } from '../../helpers/publicVersions.js'

/** Where the page is said to be; nothing but the page itself is ever answered. */
const address = 'https://policies.example/privacy'
const contentType = 'text/html; charset=utf-8'
const pictures = 'test-results'
/** As many texts as are looked at together. */
const batches = Array.from({ length: Math.ceil(hostileTexts.length / 20) }, (_, index) => [
  hostileTexts.slice(index * 20, index * 20 + 20),
])

const pageOf = (fields: Parameters<typeof publicVersionOf>[0]): string =>
  policyPage({
    language: 'en',
    links: { current: '/privacy/current', history: '/privacy/history' },
    notices: [activeNoticeOf({ ...(fields?.title && { message: fields.title }) })],
    version: {
      ...publicVersionOf(fields),
      upcoming: [publicVersionOf({ ...fields, label: '4', state: 'upcoming' })],
    },
    words: wordsOf('en').page,
  })

const hostilePage = (hostile: string): string =>
  pageOf({
    changeSummary: hostile,
    dateLabel: hostile,
    exception: { explanation: hostile, providedFor: false, reason: hostile },
    html: renderText({ body: hostileBody(hostile) }).html,
    label: hostile,
    locale: hostile,
    title: hostile,
    url: hostile,
  })

describe('in a browser', () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let answer: { body: string; headers: Record<string, string> }
  /** What is answered to the frames of a page, each at its own address. */
  let framed: string[] = []
  let asked: string[]
  let complaints: string[]

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    browser = await startBrowser()
    context = await browser.newContext({ viewport: { height: 800, width: 360 } })
    await context.exposeBinding('pwned', ({ frame }) =>
      complaints.push(`A script ran in ${frame.url()}.`),
    )
    await context.addInitScript(() => {
      const { pwned } = window as unknown as { pwned: () => void }
      Object.assign(window, { alert: pwned, confirm: pwned, print: pwned, prompt: pwned })
    })
    page = await context.newPage()
    page.on('console', (message) =>
      complaints.push(`${message.text()} in ${message.location().url}`),
    )
    page.on('dialog', (dialog) => void dialog.dismiss())
    page.on('pageerror', (error) => complaints.push(error.message))
    // Also what no page may ask for, such as a frame's address, would be seen here.
    await context.route('**/*', (route) => {
      const url = route.request().url()

      if (url === address) {
        return route.fulfill({ ...answer, contentType })
      }
      const body = framed[Number(new URL(url).searchParams.get('frame') ?? NaN)]
      if (body !== undefined) {
        return route.fulfill({ body, contentType })
      }
      asked.push(url)
      return route.abort()
    })
  })

  afterAll(() => browser.close())

  const show = async (body: string, headers: Record<string, string> = {}) => {
    answer = { body, headers }
    asked = []
    complaints = []
    await page.goto(address)
  }

  /** Many pages at once, each in a frame, which take a browser a fraction of the time. */
  const showTogether = async (pages: string[]) => {
    framed = pages
    await show(
      `<!doctype html><title>x</title>${pages
        .map((_, index) => `<iframe src="${address}?frame=${index}"></iframe>`)
        .join('')}`,
    )
  }

  /** What a page does where its readers do all that they can: it is pointed at, focused and clicked. */
  const touchEverything = (frame: Frame) =>
    frame.evaluate(() => {
      const events = ['blur', 'focus', 'mouseenter', 'mouseover', 'pointerdown', 'toggle', 'error']

      for (const element of document.querySelectorAll<HTMLElement>('*')) {
        events.forEach((type) => element.dispatchEvent(new Event(type)))
        element.addEventListener('click', (event) => event.preventDefault())
        element.click()
      }
      return [...document.querySelectorAll('a')].map((link) => link.protocol)
    })

  /** What is wrong with the pages of texts: what ran, what was loaded, where links lead to. */
  const faultsOf = async (texts: readonly string[], pageFor: (hostile: string) => string) => {
    await showTogether(texts.map(pageFor))
    const frames = page.mainFrame().childFrames()
    const protocols = (await Promise.all(frames.map(touchEverything))).flat()
    const forbidden = protocols.filter((protocol) => !allowedProtocols.has(protocol))

    return {
      shown: frames.length,
      ...(asked.length + complaints.length + forbidden.length > 0 && {
        asked,
        complaints,
        forbidden,
        texts: texts.map((hostile, index) => [`?frame=${index}`, hostile]),
      }),
    }
  }

  it('notices a script that runs, and what a page asks for', async () => {
    await showTogether(['<p>Harmless</p>', '<img src=x onerror="pwned()"><a href="javascript:0">'])
    await expect.poll(() => complaints).toContain(`A script ran in ${address}?frame=1.`)
    expect(asked).toEqual(['https://policies.example/x'])
    expect(await touchEverything(page.frame({ url: `${address}?frame=1` })!)).toEqual([
      'javascript:',
    ])
  })

  // Without a content security policy: the text has to be harmless on everybody's page.
  it.each(batches)(
    'nothing runs and nothing is loaded by pages of hostile texts',
    async (texts) => {
      expect(await faultsOf(texts, hostilePage)).toEqual({ shown: texts.length })
    },
  )

  it.each(batches)('nor by their Markdown on another page', async (texts) => {
    const pageFor = (hostile: string) =>
      `<!doctype html><title>x</title>${htmlOfMarkdown(renderText({ body: hostileBody(hostile) }).markdown)}`

    expect(await faultsOf(texts, pageFor)).toEqual({ shown: texts.length })
  })

  describe('the page of a policy', () => {
    const headers = { 'Content-Security-Policy': policyPageSecurityPolicy }
    const html = pageOf({
      changeSummary: 'We say which cookies we keep.',
      html: renderText({ body: everything }).html,
    })

    it('is shown with its style under a policy that lets nothing else pass', async () => {
      await show(html, headers)

      expect(complaints).toEqual([])
      expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe('704px')
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Privacy & cookies')
    })

    it.each(['light', 'dark'] as const)('has no barrier, %s', async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      // The checker is a script: it needs a page without a policy against those.
      await show(html)

      expect(await accessibilityFaults(page)).toEqual([])
      await page.screenshot({ fullPage: true, path: `${pictures}/policy-page-${colorScheme}.png` })
    })

    it('never has to be scrolled sideways, however narrow the phone', async () => {
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ height: 800, width })
        await show(html, headers)
        expect([width, await scrollsSideways(page)]).toEqual([width, false])
      }
    })

    it('is led through by keyboard: the first key leads to the text', async () => {
      await show(html, headers)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Skip to the text',
      )
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('policy-text')
    })

    it('prints its text with the addresses of its links, and no colors behind boxes', async () => {
      await page.emulateMedia({ media: 'print' })
      await show(html, headers)

      expect(
        await page.evaluate(() => {
          const style = (selector: string, pseudo?: string) =>
            getComputedStyle(document.querySelector(selector)!, pseudo)

          return {
            box: style('.box').backgroundColor,
            link: style('article a[href^="https"]', '::after').content,
            skip: style('.skip').display,
          }
        }),
      ).toEqual({
        box: 'rgba(0, 0, 0, 0)',
        link: `" (https://cider.example/${'a'.repeat(200)})"`,
        skip: 'none',
      })
      await page.emulateMedia({ media: 'screen' })
    })
  })
})

const allowedProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:'])

const text = (words: string, format = 0) => ({ format, text: words, type: 'text' })
const of = (type: string, ...children: object[]) => ({ children, type })
const cell = (words: string, headerState = 0) => ({
  ...of('tablecell', of('paragraph', text(words))),
  headerState,
})

/** A text with everything that a text can have, and words that are too long for a phone. */
const everything = {
  root: of(
    'root',
    { ...of('heading', text('Privacy & cookies')), tag: 'h1' },
    of('paragraph', text('We keep '), text('no', 1), text(' data', 127), text(' at all.', 2)),
    { ...of('heading', text('Who we are')), tag: 'h2' },
    of('paragraph', text(`Write to ${'privacy'.repeat(30)}@cider.example or see `), {
      ...of('link', text(`https://cider.example/${'a'.repeat(200)}`)),
      fields: { newTab: true, url: `https://cider.example/${'a'.repeat(200)}` },
    }),
    { ...of('paragraph', text('Indented nine times')), indent: 9 },
    { ...of('paragraph', text('على اليمين')), direction: 'rtl', format: 'center' },
    {
      ...of(
        'list',
        of('listitem', text('Apples')),
        of('listitem', { ...of('list', of('listitem', text('Golden'))), listType: 'bullet' }),
        { ...of('listitem', text('Figs')), value: 7 },
      ),
      listType: 'number',
    },
    { ...of('list', { ...of('listitem', text('Told')), checked: true }), listType: 'check' },
    of('quote', text('Never mind.')),
    { type: 'horizontalrule' },
    { ...of('heading', text('What we keep')), tag: 'h3' },
    of(
      'table',
      of(
        'tablerow',
        ...['Data', 'Purpose', 'Basis', 'Kept for', ''].map((words) => cell(words, 1)),
      ),
      ...[1, 2].map((row) =>
        of(
          'tablerow',
          cell(`Row ${row}`, 2),
          ...['Orders and deliveries', 'Art. 6(1)(b) GDPR', 'Ten years', 'x'.repeat(60)].map(
            (words) => cell(words),
          ),
        ),
      ),
    ),
  ),
}
