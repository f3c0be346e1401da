import type { Browser, Page } from 'playwright-core'

import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { adminFaults, scrollsSideways, showTheme, startBrowser } from '../helpers/browser.js'
import { textOf, thirtyBusinessDays } from '../helpers/cast.js'
import { demoIsReady } from '../helpers/demo.js'
import { pageOf } from '../helpers/demoPeople.js'
import { wordFile, wordParagraph } from '../helpers/wordFile.js'

const pictures = 'test-results'

const markdown = [
  '# Gift cards',
  '',
  'A card is **never** lost. ![our logo](logo.png)',
  '',
  '| Card | Lasts |',
  '| --- | --- |',
  '| Paper | ten years |',
].join('\n')

const word = [
  wordParagraph('Gift cards', { style: 'Heading1' }),
  ...Array.from({ length: 15 }, (_, index) =>
    wordParagraph(`Paragraph ${index} says what clause ${index * 7} of the law wants us to say.`),
  ),
].join('')

describe('in a browser, an editor', () => {
  const address = inject('demoAddress')
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    await demoIsReady(address)
    browser = await startBrowser()
    page = await pageOf({ address, browser, name: 'editor' })
    // A policy of its own: the seeded ones belong to other tests.
    const policy = await page.request.post('/api/policies', {
      data: {
        slug: 'gift-cards',
        kind: 'terms',
        timeZone: 'America/New_York',
        title: 'Gift cards',
      },
    })
    const { doc } = (await policy.json()) as { doc: { id: number } }
    const version = await page.request.post('/api/policy-versions', {
      data: {
        body: textOf('Your card is safe with us.'),
        noticeTerms: thirtyBusinessDays,
        policy: doc.id,
        title: 'Cards',
      },
    })
    const { doc: draft } = (await version.json()) as { doc: { id: number } }
    // Not until `load`: the development server keeps connections open, and compiles on first use.
    await page.goto(`/admin/collections/policy-versions/${draft.id}`, { waitUntil: 'commit' })
  })

  afterAll(() => browser.close())

  const drawer = () => page.getByRole('dialog')
  const editor = () => page.locator('.rich-text-lexical [contenteditable]').first()

  it('pastes Markdown, sees what is dropped and takes it, by keyboard', async () => {
    await page.getByRole('button', { name: 'Import a text' }).focus()
    await page.keyboard.press('Enter')
    await drawer().getByLabel('Or paste the text here').fill(markdown)
    expect(await adminFaults(page, '.policy-import__drawer')).toEqual([])
    await drawer().getByRole('button', { name: 'Preview' }).press('Enter')

    const preview = drawer().getByRole('region', { name: 'Preview' })
    await preview.getByRole('cell', { name: 'ten years' }).waitFor()
    expect(await drawer().getByRole('listitem').allInnerTexts()).toEqual(['Pictures: 1\nour logo'])
    expect(await drawer().getByLabel('Format').inputValue()).toBe('markdown')
    expect(await adminFaults(page, '.policy-import__drawer')).toEqual([])
    for (const theme of ['dark', 'light'] as const) {
      await showTheme(page, theme)
      await page.screenshot({ path: `${pictures}/import-text-${theme}.png` })
    }
    await page.setViewportSize({ height: 800, width: 360 })
    expect(await scrollsSideways(page)).toBe(false)
    await page.setViewportSize({ height: 900, width: 1280 })

    await drawer().getByLabel('Take “Gift cards” as the title, too').check()
    await drawer().getByRole('button', { name: 'Replace the text' }).press('Enter')
    await editor().getByText('ten years').waitFor()
    expect(await editor().innerText()).not.toContain('safe with us')
    expect(await page.getByLabel('Title').inputValue()).toBe('Gift cards')
  })

  it('saves it, and finds it there again with where it came from', async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Updated successfully').first().waitFor()
    await page.reload({ waitUntil: 'commit' })
    await editor().getByText('ten years').waitFor()

    expect(await editor().locator('table').count()).toBe(1)
    expect(await page.locator('.policy-import__origin').innerText()).toMatch(
      /^Pasted \(Markdown\) on .* by Edith Editor\. SHA-256 of what was pasted: [\da-f]{64}$/u,
    )
  })

  it('chooses a Word file that holds its text twice, and may keep both', async () => {
    await page.getByRole('button', { name: 'Import a text' }).click()
    await drawer()
      .getByLabel('File')
      .setInputFiles({
        buffer: Buffer.from(wordFile(word + word)),
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        name: 'cards.docx',
      })
    const headings = () => drawer().getByRole('heading', { name: 'Gift cards' }).count()

    await drawer().getByText('This text stands in the file 2 times.').waitFor()
    expect(await headings()).toBe(1)
    expect(await adminFaults(page, '.policy-import__drawer')).toEqual([])
    await drawer().getByLabel('Keep all copies').check()
    await expect.poll(headings).toBe(2)
    await page.keyboard.press('Escape')
    await drawer().waitFor({ state: 'detached' })
    expect(await editor().innerText()).toContain('ten years')
  })

  it('is told why a file cannot be read', async () => {
    await page.getByRole('button', { name: 'Import a text' }).click()
    await drawer()
      .getByLabel('File')
      .setInputFiles({
        buffer: Buffer.from('%PDF-1.7'),
        mimeType: 'application/pdf',
        name: 'cards.pdf',
      })

    expect(await drawer().getByRole('alert').innerText()).toMatch(/The file is a PDF/)
  })
})
