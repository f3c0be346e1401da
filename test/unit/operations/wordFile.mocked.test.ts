import { expect, it, vi } from 'vitest'

import { htmlOfWord } from '../../../src/operations/wordFile/htmlOfWord.js'
import { wordFile, wordParagraph } from '../../helpers/wordFile.js'

vi.mock('mammoth', () => {
  throw new Error("Cannot find package 'mammoth'")
})

it('a Word file where nothing can read one is refused, and what to install is told', async () => {
  await expect(htmlOfWord(wordFile(wordParagraph('Privacy')))).rejects.toMatchObject({
    code: 'INVALID_PARAMETER',
    message: expect.stringContaining('npm install mammoth') as string,
  })
})
