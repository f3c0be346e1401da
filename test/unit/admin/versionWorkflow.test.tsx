import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import type { NoticeWindow } from '../../../src/operations/noticeWindow.js'

import { VersionWorkflow } from '../../../src/admin/VersionWorkflow/index.js'

const form = { fingerprint: 'sha256:a', isModified: false }
const asked = { fingerprint: 'sha256:a', isCurrent: true }

vi.mock('@payloadcms/ui', () => ({
  Button: ({ children, disabled }: { children: string; disabled?: boolean }) => (
    <button disabled={disabled} type="button">
      {children}
    </button>
  ),
  toast: {},
  useConfig: () => ({ config: { routes: { admin: '/admin' } } }),
  useDocumentInfo: () => ({ id: 1, data: { fingerprint: form.fingerprint } }),
  useForm: () => ({}),
  useFormModified: () => form.isModified,
  useLocale: () => ({ code: 'en' }),
  useRouteTransition: () => ({}),
}))
vi.mock('@payloadcms/ui/icons/Lock', () => ({ LockIcon: () => null }))
vi.mock('next/navigation.js', () => ({ useRouter: () => ({}) }))
vi.mock('../../../src/admin/VersionWorkflow/Dialog.js', () => ({ Dialog: () => null }))
vi.mock('../../../src/admin/VersionWorkflow/ReplaceDialog.js', () => ({
  ReplaceDialog: () => null,
}))
vi.mock('../../../src/admin/VersionWorkflow/statusLine.js', () => ({ statusLine: () => 'Draft' }))
vi.mock('../../../src/admin/VersionWorkflow/actions.js', () => ({
  actions: { submit: { explanation: '', label: 'submit' } },
  offeredActions: () => ['submit'],
}))
vi.mock('../../../src/admin/useWords.js', () => ({ useWords: () => ({ word: String }) }))
vi.mock('../../../src/admin/useTopics.js', () => ({ useTopics: () => String }))
vi.mock('../../../src/admin/useNoticeWindow.js', () => ({
  useNoticeWindow: () => ({
    address: '/api/policy-versions/1',
    isCurrent: asked.isCurrent,
    window: {
      approvals: { approvers: [] },
      authors: [],
      notices: [],
      fingerprint: asked.fingerprint,
      state: null,
      status: 'draft',
      warnings: [],
    } as unknown as NoticeWindow, // Dates and notices are shown elsewhere.
  }),
}))

const buttons = (): string[] =>
  [
    ...renderToStaticMarkup(<VersionWorkflow slug="policy-versions" />).matchAll(
      /<button[^>]*>[^<]*/gu,
    ),
  ].map(([button]) => button)

describe('the steps of a version', () => {
  beforeEach(() => {
    Object.assign(form, { fingerprint: 'sha256:a', isModified: false })
    Object.assign(asked, { fingerprint: 'sha256:a', isCurrent: true })
  })

  it('are offered for the text in the form', () => {
    expect(buttons()).toEqual(['<button type="button">submit'])
  })

  it('are not offered for one that was saved elsewhere since: the newer text can be loaded', () => {
    asked.fingerprint = 'sha256:b'

    expect(buttons()).toEqual(['<button type="button">reviewLoadNewer'])
  })

  it('leave unsaved words where they are, whatever was saved elsewhere', () => {
    Object.assign(form, { isModified: true })
    asked.fingerprint = 'sha256:b'

    expect(buttons()).toEqual([])
  })

  it('wait for what is said of the text that was just saved', () => {
    Object.assign(asked, { fingerprint: 'sha256:before', isCurrent: false })

    expect(buttons()).toEqual(['<button disabled="" type="button">submit'])
  })
})
