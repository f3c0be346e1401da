import type { Browser, Page } from 'playwright-core'

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

import { findChromium } from './chromium.js'

/** Starts a headless Chromium. */
export const startBrowser = (): Promise<Browser> => {
  const executablePath = findChromium()

  if (executablePath === undefined) {
    throw new Error('The browser tests need a Chromium; set CHROMIUM_PATH to where it is.')
  }
  return chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    executablePath,
  })
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What an accessibility checker finds in a page, or in a part of it. */
export const accessibilityFaults = async (page: Page, part = 'html'): Promise<string[]> => {
  await page.evaluate(axe)

  return page.evaluate(async (selector) => {
    const { axe: checker } = window as unknown as {
      // The script that was evaluated above put it there.
      axe: {
        run: (part: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    const { violations } = await checker.run(selector)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, part)
}

const themes = ['light', 'dark'] as const

/** Shows the admin in a theme, as its own switch does; it asks for the system's once, when it starts. */
export const showTheme = (page: Page, theme: (typeof themes)[number]): Promise<void> =>
  page.evaluate((shown) => {
    document.documentElement.setAttribute('data-theme', shown)
    // Colors that still change have another contrast. Not waited for: some never end.
    for (const one of document.getAnimations()) {
      if (one instanceof CSSTransition) {
        one.finish()
      }
    }
  }, theme)

/** What an accessibility checker finds in a part of the admin, in its light theme and in its dark one. */
export const adminFaults = async (page: Page, part: string): Promise<string[]> => {
  const faults: string[] = []
  for (const theme of themes.toReversed()) {
    await showTheme(page, theme)
    faults.push(...(await accessibilityFaults(page, part)).map((fault) => `${theme}: ${fault}`))
  }
  return faults
}

/** True where a page is wider than its window, so that it would scroll sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
