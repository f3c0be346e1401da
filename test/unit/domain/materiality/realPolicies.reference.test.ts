import { describe, expect, it } from 'vitest'

import { materialitySigns } from '../../../../src/domain/materiality/materialitySigns.js'
import { sentencesToJudge } from '../../../../src/domain/materiality/sentencesToJudge.js'
import { lexicalFromText } from '../../../../src/domain/plainText/lexicalFromText.js'
import { compareTexts } from '../../../../src/domain/redline/compareTexts.js'
import { realPolicy } from '../../../helpers/references.js'

const pdf = realPolicy('000_11759fba5cbcb234.txt')
const web = realPolicy('001_739ed53d4d33ebd7.txt')
const signsOf = (from: string, to: string) =>
  materialitySigns({
    changedSentences: sentencesToJudge(
      compareTexts({ from: { body: lexicalFromText(from) }, to: { body: lexicalFromText(to) } }),
    ),
    language: 'en',
  })

describe('the signs in a real policy', () => {
  it('are of the one thing that differs between its PDF and its web page: the contact', () => {
    const signs = signsOf(pdf, web)
    const sentences = new Set(signs.map(({ sentence }) => sentence.before))

    expect(signs.map(({ topic }) => topic)).toContain('contact')
    expect(sentences.size).toBe(2)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\S+@\S+\.org/u)
    }
  })

  it('are none where nothing differs, and name every sentence where all of it is new', () => {
    expect(signsOf(pdf, pdf)).toEqual([])
    expect(new Set(signsOf('', pdf).map(({ topic }) => topic)).size).toBeGreaterThan(6)
  })
})
