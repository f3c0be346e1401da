import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * A real policy that promises thirty business days, where its text lies beside the checkout: the demo
 * then walks the same case on it. Undefined elsewhere.
 */
export const realPolicy = ():
  undefined | { changedText: string; changeSummary: string; text: string } => {
  const file = resolve(process.cwd(), '../shared/seeds/002_21db523916e42192.txt')

  if (!existsSync(file)) {
    return undefined
  }

  const text = readFileSync(file, 'utf8')
  return {
    changedText: text.replace(
      'You may request corrections',
      'We keep a record of the cookies that you accept, for twelve months. You may request corrections',
    ),
    changeSummary: 'We keep a record of the cookies that you accept, for twelve months.',
    text,
  }
}
