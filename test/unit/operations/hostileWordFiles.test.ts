import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { htmlOfWord } from '../../../src/operations/wordFile/htmlOfWord.js'
import { unzip, zip } from '../../../src/operations/wordFile/zip.js'
import { wordFile, wordParagraph } from '../../helpers/wordFile.js'

const read = (archive: Buffer, mostBytes = 1_000) =>
  unzip({ bytes: archive, isWanted: () => true, mostBytes })

/** An archive whose directory names its one part several times. */
const naming = ({ names, part }: { names: string[]; part: Uint8Array }): Buffer => {
  const archive = Buffer.from(zip(new Map([[names[0]!, part]])))
  const directory = archive.readUInt32LE(archive.length - 6)
  const entries = names.flatMap((name) => {
    const entry = Buffer.from(archive.subarray(directory, directory + 46))
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    return [entry, Buffer.from(name)]
  })
  const end = Buffer.from(archive.subarray(-22))

  end.writeUInt16LE(names.length, 10)
  return Buffer.concat([archive.subarray(0, directory), ...entries, end])
}

/** An archive of one packed part. */
const packing = (packed: Buffer): Buffer => {
  const archive = Buffer.from(zip(new Map([['a.xml', packed]])))

  archive.writeUInt16LE(8, archive.readUInt32LE(archive.length - 6) + 10)
  return archive
}

const note = (id: number) => `<w:p><w:r><w:footnoteReference w:id="${id}"/></w:r></w:p>`
const notes = (count: number) => ({
  'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Array.from({ length: count }, (_, id) => `<w:footnote w:id="${id}">${wordParagraph(`Note ${id}.`)}</w:footnote>`).join('')}</w:footnotes>`,
})

describe('a Word file', () => {
  it.each([
    ['elements', '<a/>'.repeat(500_001)],
    ['attributes', `<a ${'b="" '.repeat(1_000_001)}/>`],
  ])('of more %s than any policy has is refused', async (_, body) => {
    await expect(htmlOfWord(wordFile(body))).rejects.toMatchObject({
      code: 'INVALID_PARAMETER',
      message: expect.stringContaining('marks of XML') as string,
    })
  })

  it('has its marks counted over all of its parts', async () => {
    const part = '<a/>'.repeat(300_000)

    await expect(htmlOfWord(wordFile(part, { 'word/header1.xml': part }))).rejects.toMatchObject({
      message: expect.stringContaining('marks of XML') as string,
    })
  })

  it.each([
    ['plainly', note(0)],
    ['with blanks', '<w:r><w:footnoteReference w:id = "0"/></w:r>'],
    ['in other words', '<w:r><w:footnoteReference w:customMarkFollows=\'id="7"\' w:id="0"/></w:r>'],
  ])('that shows one note again and again, named %s, is refused', async (_, reference) => {
    await expect(htmlOfWord(wordFile(reference.repeat(100), notes(1)))).rejects.toMatchObject({
      code: 'INVALID_PARAMETER',
      message: expect.stringContaining('same note') as string,
    })
  })

  it('that refers to each note once is read', async () => {
    const file = wordFile(Array.from({ length: 100 }, (_, id) => note(id)).join(''), notes(100))

    expect((await htmlOfWord(file)).html).toContain('Note 99.')
  })
})

describe('an archive', () => {
  const part = Buffer.from('a'.repeat(300))

  it('is unpacked as far as its size goes', () => {
    expect(read(naming({ names: ['a.xml'], part })).get('a.xml')).toEqual(part)
    expect(read(packing(deflateRawSync(part))).get('a.xml')).toEqual(part)
  })

  it.each([
    ['the same place under two names', ['a.xml', 'b.xml']],
    ['the same name twice', ['a.xml', 'a.xml']],
  ])('that names %s is refused', (_, names) => {
    expect(() => read(naming({ names, part }))).toThrow('share a name or a place')
  })

  it('is charged for what is packed, though it unpacks to nothing', () => {
    const emptyBlocks = Buffer.concat([
      // A stored block of no length, again and again.
      ...Array.from({ length: 400 }, () => Buffer.from([0, 0, 0, 0xff, 0xff])),
      deflateRawSync(Buffer.alloc(0)),
    ])

    expect(read(packing(emptyBlocks), 3_000).get('a.xml')).toHaveLength(0)
    expect(() => read(packing(emptyBlocks), 1_000)).toThrow(RangeError)
  })

  it('of more parts than any file of Word has is refused', () => {
    const parts = new Map(
      Array.from({ length: 1_001 }, (_, index) => [`${index}.xml`, Buffer.from('a')]),
    )

    expect(() => read(Buffer.from(zip(parts)), 100_000)).toThrow('too many parts')
  })
})
