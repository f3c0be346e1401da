import { expect, it } from 'vitest'

import { tellLostInWord } from '../../../src/operations/wordFile/lostInWord.js'
import { wordParagraph } from '../../helpers/wordFile.js'

const headersIn = (xml: string): string[] => {
  const told: string[] = []

  tellLostInWord({
    telling: { drop: (_, sample) => told.push(sample), note: () => undefined },
    xmlOf: new Map([['word/header1.xml', xml]]),
  })
  return told
}

it('the words of a header are told, and nothing of tags that never end', () => {
  expect(headersIn(wordParagraph('Draft &amp; 3'))).toEqual(['Draft & 3'])
  expect(headersIn(`${'<w:t '.repeat(100_000)}${wordParagraph('Draft')}`)).toEqual(['Draft'])
})
