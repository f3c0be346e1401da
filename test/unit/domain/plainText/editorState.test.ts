import { LinkNode } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { ListItemNode, ListNode } from '@payloadcms/richtext-lexical/lexical/list'
import { HeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { expect, it } from 'vitest'

import { lexicalFromText } from '../../../../src/domain/plainText/lexicalFromText.js'

const text = [
  '# Cider',
  '',
  '**Ask** help@cider.example  ',
  'or **[us](https://cider.example)**.',
  '',
  '**www.cider.example**',
  '',
  '*Soon*',
  '',
  '## Orders',
  '',
  '3. **press**;',
  '4. www.cider.example',
  '',
  '- sell',
].join('\n')

it.each([text, ''])('the editor opens the state and saves it unchanged', (source) => {
  const document = lexicalFromText(source)
  const editor = createHeadlessEditor({
    nodes: [HeadingNode, LinkNode, ListItemNode, ListNode],
    onError: (error) => {
      throw error
    },
  })

  editor.setEditorState(editor.parseEditorState(JSON.stringify(document)))
  expect(editor.getEditorState().toJSON()).toEqual(document)
})
