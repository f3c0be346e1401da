import { existsSync } from 'node:fs'

/** Where a Chromium is found on this machine, or undefined; `CHROMIUM_PATH` comes first. */
export const findChromium = (): string | undefined =>
  [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path))
