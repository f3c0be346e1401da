import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'

import { getEnabledNodes, type SanitizedServerEditorConfig } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { importTool } from '../../src/domain/textImport/textSource.js'
import { createPolicy, refusalOf, thirtyBusinessDays } from '../helpers/cast.js'
import { createStage, type Stage } from '../helpers/stage.js'
import { wordFile, wordParagraph } from '../helpers/wordFile.js'

const everything = [
  '# Privacy',
  '',
  'We **keep** ~~all~~ *no* `data`.  ',
  'See https://cider.example or [us](/contact).',
  '',
  '1. orders',
  '   - paid',
  '   - sent',
  '2. returns',
  '',
  '> Never mind.',
  '',
  '---',
  '',
  '| Data | Kept for |',
  '| --- | --- |',
  '| Orders | ten years |',
  '',
  '![logo](logo.png)',
].join('\n')

describe('a text that is imported', () => {
  let stage: Stage
  let policy: number

  beforeAll(async () => {
    stage = await createStage()
    policy = (await createPolicy(stage.app)).id
  })

  afterAll(() => stage.stop())

  const post = (body: unknown, as: string | undefined = stage.cast.editor.token) =>
    stage.app.rest('POST', '/policy-versions/import-text', { as, body })
  const upload = async (
    bytes: Uint8Array<ArrayBuffer>,
    { name = 'policy.docx', ...fields }: Record<string, string> = {},
  ) => {
    const form = new FormData()
    form.set('file', new File([bytes], name))
    Object.entries(fields).forEach(([field, value]) => form.set(field, value))
    return stage.app.upload('/policy-versions/import-text', form, stage.cast.editor.token)
  }

  it('answers what would become of it, where it came from, and stores nothing', async () => {
    const answer = await post({ text: everything })

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      dropped: [{ count: 1, kind: 'picture', samples: ['logo'] }],
      html: expect.stringContaining('<td><p>Orders</p></td>') as string,
      notes: [{ code: 'RELATIVE_LINKS', count: 1 }],
      provenance: {
        bytes: everything.length,
        fileName: null,
        format: 'markdown',
        importedAt: '2026-06-01T12:00:00.000Z',
        importedBy: { collection: 'users', id: stage.cast.editor.id, name: 'edith' },
        sha256: createHash('sha256').update(everything).digest('hex'),
        tool: importTool,
      },
      title: 'Privacy',
    })
    expect((await stage.app.payload.count({ collection: 'policy-versions' })).totalDocs).toBe(0)
  })

  it('is one that the editor of a version opens and saves unchanged', async () => {
    const { body } = (await post({ text: everything })).body as { body: SerializedEditorState }
    const fields = stage.app.payload.collections['policy-versions']!.config.flattenedFields
    const { editor: fieldEditor } = fields.find(({ name }) => name === 'body') as unknown as {
      editor: { editorConfig: SanitizedServerEditorConfig }
    }
    const editor = createHeadlessEditor({
      nodes: getEnabledNodes({ editorConfig: fieldEditor.editorConfig }),
      onError: (error) => {
        throw error
      },
    })

    editor.setEditorState(editor.parseEditorState(JSON.stringify(body)))
    expect(JSON.parse(JSON.stringify(editor.getEditorState().toJSON()))).toEqual(body)
  })

  it('is saved with its source, which is approved and sealed with it and shown to no reader', async () => {
    const { body, provenance } = (
      await post({ fileName: 'C:\\texts\\privacy.md', text: everything })
    ).body
    expect(provenance.fileName).toBe('privacy.md')

    const version = await stage.published({
      body,
      noticeTerms: thirtyBusinessDays,
      policy,
      textSource: provenance,
    })
    const { textSource } = await stage.app.payload.findByID({
      id: version.id,
      collection: 'policy-versions',
    })
    expect(textSource).toEqual(provenance)
    expect((version.snapshot as { content: unknown }).content).toMatchObject({
      textSource: provenance,
    })

    const read = await stage.app.rest('GET', '/policies/privacy/current')
    expect(read.body.html).toContain('ten years')
    expect(JSON.stringify(read.body)).not.toContain(provenance.sha256)
  })

  it('has its source among what an approval is of', async () => {
    const { provenance } = (await post({ text: everything })).body
    const id = await stage.approved({ noticeTerms: thirtyBusinessDays, policy })

    await stage.app.payload.update({
      id,
      collection: 'policy-versions',
      data: { textSource: provenance },
      user: stage.cast.editor.user,
    })
    expect(await stage.app.payload.findByID({ id, collection: 'policy-versions' })).toMatchObject({
      status: 'draft',
    })
  })

  it('is said to be saved by whoever saves it, whatever a client says, and is copied as it is', async () => {
    const { app, cast } = stage
    const { policy: other } = await stage.inForce()
    const { provenance } = (await post({ text: everything })).body
    const forged = {
      ...provenance,
      importedAt: '2001-01-01T00:00:00.000Z',
      importedBy: { ...provenance.importedBy, id: cast.reviewer.id, name: 'rita' },
    }
    const { textSource } = await stage.published({ policy: other, textSource: forged })
    expect(textSource).toEqual(provenance)

    const answer = await app.rest('POST', `/policies/${other}/new-version`, {
      as: cast.admin.token,
      body: {},
    })
    expect(
      await app.payload.findByID({ id: answer.body.doc.id, collection: 'policy-versions' }),
    ).toMatchObject({ textSource: provenance })
  })

  it('is no edit where a client sends its source again', async () => {
    const { app, cast } = stage
    const { provenance } = (await post({ text: `${everything} Again.` })).body
    const id = await stage.approved({
      noticeTerms: thirtyBusinessDays,
      policy,
      textSource: { ...provenance, importedAt: '2001-01-01T00:00:00.000Z' },
    })
    const again = await app.rest('PATCH', `/policy-versions/${id}`, {
      as: cast.editor.token,
      body: { textSource: { ...provenance, importedAt: '2001-01-01T00:00:00.000Z' } },
    })

    expect(again.body.doc).toMatchObject({ status: 'approved', textSource: provenance })
  })

  it.each([{ sha256: 'abc' }, 'a file', { format: 'pdf' }])(
    'with %j as its source is refused',
    async (textSource) => {
      const draft = stage.approved({ noticeTerms: thirtyBusinessDays, policy, textSource })

      expect(await refusalOf(draft)).toMatchObject({ code: 'INVALID_PARAMETER' })
    },
  )

  describe('from a Word file', () => {
    it('has its title, headings, lists, tables and links, and what Word shows elsewhere is told', async () => {
      const file = wordFile(
        [
          wordParagraph('Privacy', { style: 'Title' }),
          wordParagraph('What we keep ... 3', { style: 'TOC1' }),
          wordParagraph('What we keep', { style: 'Heading1' }),
          wordParagraph('Write to privacy@cider.example.', { style: 'Fancy' }),
          wordParagraph('orders', { list: 'bullet' }),
          wordParagraph('first', { list: 'number' }),
          '<w:p><w:del><w:r><w:delText>for ever</w:delText></w:r></w:del><w:r><w:t>for a year</w:t></w:r></w:p>',
          `<w:tbl><w:tr><w:tc>${wordParagraph('a')}</w:tc><w:tc>${wordParagraph('b')}</w:tc></w:tr></w:tbl>`,
        ].join(''),
        {
          'word/comments.xml':
            '<w:comments xmlns:w="x"><w:comment w:id="1"><w:p><w:r><w:t>Ask Ada</w:t></w:r></w:p></w:comment></w:comments>',
          'word/header1.xml': '<w:hdr xmlns:w="x"><w:p><w:r><w:t>Draft 3</w:t></w:r></w:p></w:hdr>',
        },
      )
      const { body: answer, status } = await upload(file)

      expect(status).toBe(200)
      expect(answer.html).toBe(
        '<h1 id="section-privacy">Privacy</h1><h2 id="section-what-we-keep">What we keep</h2><p>Write to <a href="mailto:privacy@cider.example">privacy@cider.example</a>.</p><ul><li>orders</li></ul><ol><li>first</li></ol><p>for a year</p><div><table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table></div>',
      )
      expect(answer.dropped).toEqual([
        { count: 1, kind: 'navigation', samples: ['What we keep ... 3'] },
        { count: 1, kind: 'pageHeader', samples: ['Draft 3'] },
        { count: 1, kind: 'wordComment', samples: ['Ask Ada'] },
        { count: 1, kind: 'wordDeletion', samples: ['for ever'] },
        { count: 1, kind: 'wordStyle', samples: ['Fancy'] },
      ])
      expect(answer.provenance).toMatchObject({
        bytes: file.length,
        fileName: 'policy.docx',
        format: 'docx',
        sha256: createHash('sha256').update(file).digest('hex'),
      })
    })

    it('that holds its text three times is recognised, and has one copy or all of them', async () => {
      const copy = Array.from({ length: 15 }, (_, index) =>
        wordParagraph(
          `Paragraph ${index} says what clause ${index * 7} of the law wants us to say.`,
        ),
      ).join('')
      const file = wordFile(copy + copy + copy)

      const once = (await upload(file)).body
      expect(once.repeated).toEqual({ copies: 3, isWholeKept: true })
      expect(once.body.root.children).toHaveLength(15)
      expect((await upload(file, { copies: 'all' })).body.body.root.children).toHaveLength(45)
    })

    it.each([
      ['that is cut off', wordFile(wordParagraph('a')).subarray(0, 900), /no Word file/],
      ['that is another archive', packed('mimetype', Buffer.from('x')), /none that Word writes/],
      ['that has no words', wordFile(''), /no words/],
      ['that never ends its paragraphs', wordFile('<w:p><w:r>'), /broken/],
      ['that nests too deeply', wordFile('<w:sdt><w:sdtContent>'.repeat(30_000)), /broken/],
      [
        'that declares entities',
        wordFile('', { 'word/x.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
        /declarations/,
      ],
      ['of the old kind', bytesOfOle(), /old kind/],
      ['that is a PDF', new TextEncoder().encode('%PDF-1.7'), /PDF/],
      ['that is in the Rich Text Format', new TextEncoder().encode('{\\rtf1 a}'), /\.rtf/],
      ['that is no file', new TextEncoder().encode('Privacy'), /no Word file/],
    ])('%s is refused with a reason', async (_, bytes, reason) => {
      const answer = await upload(new Uint8Array(bytes), { format: 'docx' })

      expect(answer.body.errors).toMatchObject([
        { data: { code: 'INVALID_PARAMETER' }, message: expect.stringMatching(reason) as string },
      ])
    })

    it('that unpacks to more than it should is refused before it does', async () => {
      const answer = await upload(packed('word/document.xml', Buffer.alloc(40_000_000, 32)))

      expect(answer.status).toBe(400)
      expect(answer.body.errors[0].message).toMatch(/more than 30 MB/)
    })
  })

  it('in an old encoding is read, and that is told', async () => {
    const { body } = await upload(
      new Uint8Array(
        Buffer.from('We keep your caf\u00e9\u2019s data.'.replace('\u2019', '\u0092'), 'latin1'),
      ),
      {
        name: 'policy.txt',
      },
    )

    expect(body.html).toBe('<p>We keep your caf\u00e9\u2019s data.</p>')
    expect(body.notes).toEqual([{ code: 'ENCODING_GUESSED', count: 1 }])
  })

  it.each([
    ['UTF-16', Buffer.from('\ufeffWe keep caf\u00e9s.', 'utf16le')],
    ['UTF-8 with a mark', Buffer.from('\ufeffWe keep caf\u00e9s.')],
    [
      'what its page names',
      Buffer.from('<!doctype html><meta charset=iso-8859-15><p>We keep caf\u00e9s.</p>', 'latin1'),
    ],
  ])('in %s is read', async (_, bytes) => {
    const { body } = await upload(new Uint8Array(bytes), { name: 'policy.txt' })

    expect(body.html).toBe('<p>We keep caf\u00e9s.</p>')
    expect(body.notes).toEqual([])
  })

  it('of a megabyte is read', async () => {
    const text = Array.from(
      { length: 1_700 },
      (_, index) =>
        `## Section ${index}\n\n${`We keep the data of clause ${index} for **a year**. `.repeat(12)}\n\n- one\n- two\n`,
    ).join('\n')

    expect(text.length).toBeGreaterThan(1_000_000)
    expect((await post({ text })).body.body.root.children).toHaveLength(3 * 1_700)
  })

  it.each([
    ['nothing', {}],
    ['no text', { text: 5 }],
    ['no words', { text: ' \n ' }],
    ['a format that there is not', { format: 'pdf', text: 'a' }],
    ['a text as a Word file', { format: 'docx', text: 'Privacy' }],
    ['a wish that there is not', { copies: 'two', text: 'a' }],
    ['too much', { text: 'a '.repeat(1_100_000) }],
    ['far too much', { text: 'a '.repeat(6_000_000) }],
  ])('with %s is refused with a reason', async (_, body) => {
    const answer = await post(body)

    expect([answer.status, answer.body.errors[0].data.code]).toEqual([400, 'INVALID_PARAMETER'])
    expect(answer.body.errors[0].message).toMatch(/llowed|no words|most that can be/)
  })

  it('is for editors and admins', async () => {
    const { admin, editor, publisher, reviewer } = stage.cast
    const statuses = await Promise.all(
      [admin.token, editor.token, publisher.token, reviewer.token, 'none'].map(async (as) => [
        (await post({ text: 'Words.' }, as)).status,
      ]),
    )

    expect(statuses.flat()).toEqual([200, 200, 403, 403, 403])
  })
})

/** The first bytes of a file of older Office programs. */
const bytesOfOle = () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** An archive of one packed part. */
const packed = (name: string, part: Buffer): Uint8Array<ArrayBuffer> => {
  const data = deflateRawSync(part)
  const named = Buffer.from(name)
  const local = Buffer.alloc(30)
  const central = Buffer.alloc(46)
  const end = Buffer.alloc(22)

  local.write('PK\u0003\u0004', 'latin1')
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(named.length, 26)
  central.write('PK\u0001\u0002', 'latin1')
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  // It says that it is small.
  central.writeUInt32LE(100, 24)
  central.writeUInt16LE(named.length, 28)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + named.length + data.length, 16)
  return new Uint8Array(Buffer.concat([local, named, data, central, named, end]))
}
