import { describe, expect, it } from 'vitest'

import { lexicalFromText } from '../../../../src/domain/plainText/lexicalFromText.js'
import { compareTexts } from '../../../../src/domain/redline/compareTexts.js'
import { redlineHtml } from '../../../../src/domain/redline/redlineHtml.js'
import { realPolicy } from '../../../helpers/references.js'
import { blocksIn, glance, paragraph, state } from './states.js'

const pdf = realPolicy('000_11759fba5cbcb234.txt')
const web = realPolicy('001_739ed53d4d33ebd7.txt')
const edition = (text: string) => ({ body: lexicalFromText(text), title: 'Privacy Policy' })
const redline = compareTexts({ from: edition(pdf), to: edition(web) })

describe('the same policy from a PDF and from a web page', () => {
  it('has one substantial change: the contact address, at two places', () => {
    const substantial = blocksIn(redline).filter(({ kind }) => kind === 'substantial')

    expect(redline.counts).toMatchObject({ moved: 0, substantial: 1 })
    expect(substantial).toHaveLength(2)
    for (const { segments } of substantial) {
      const before = segments.filter(({ op }) => op === 'delete').map(({ text }) => text)
      const after = segments.filter((one) => one.op === 'insert' && one.kind === 'substantial')

      expect(before.at(-1)).toMatch(/\S+@\S+\.org/u)
      expect(after.map(({ text }) => text)).toEqual(['Contact Us'])
    }
  })

  it('has everything else folded as cosmetic', () => {
    const folded = redlineHtml({ redline })
    const open = folded.replace(/<details.*?<\/details>/gsu, '')
    const cosmetic = blocksIn(redline).filter(({ kind }) => kind === 'cosmetic')

    expect(cosmetic).toHaveLength(redline.counts.cosmetic)
    expect(new Set(cosmetic.flatMap(({ reasons }) => reasons))).toEqual(
      new Set(['link_text', 'numbering', 'punctuation', 'quotes', 'title']),
    )
    expect(open.match(/<ins>/gu)).toHaveLength(2)
    // Once in the list of what changed, and once at each of its places.
    expect(open.match(/<del>/gu)).toHaveLength(3)
    expect(redline.sections.filter(({ status }) => status === 'changed')).toHaveLength(2)
  })

  it('has every section paired with its own', () => {
    expect(redline.sections.every(({ heading }) => heading?.before !== null)).toBe(true)
    expect(redline.sections).toHaveLength(16)
  })

  it('calls out the address that is gone, and the links that became names', () => {
    expect(redline.callOuts.map(({ after, kind, type }) => [type, kind, after])).toEqual([
      ['link', 'cosmetic', null],
      ['link', 'cosmetic', null],
      ['email', 'substantial', null],
    ])
    expect(redline.callOuts.at(-1)?.blocks).toHaveLength(2)
  })

  it('says the same the other way round', () => {
    const back = compareTexts({ from: edition(web), to: edition(pdf) })

    expect(back.counts).toEqual({
      ...redline.counts,
      wordsDeleted: redline.counts.wordsInserted,
      wordsInserted: redline.counts.wordsDeleted,
    })
  })

  it('has its torn paragraph whole again, also where every line was pasted as a paragraph', () => {
    const pasted = (text: string) => ({
      body: state(text.split('\n').map((line) => paragraph(line))),
    })
    const torn = blocksIn(compareTexts({ from: pasted(pdf), to: pasted(web) })).find(
      ({ reasons }) => reasons.includes('layout'),
    )

    expect(torn?.kind).toBe('cosmetic')
    expect(glance(torn!.segments)).toContain('necessary to‹-\n\n›‹+ ›provide you')
  })
})
