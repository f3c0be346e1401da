import type { ClientField } from 'payload'
import type { ReactNode } from 'react'

import { namespace } from '../../src/translations/namespace.js'
import { fill } from '../../src/translations/fill.js'
import { wordsOf } from '../../src/translations/index.js'

/** What the stand-in panel has: its language, the values of the form, and whether they can be edited. */
export const panel: {
  adminRoute: `/${string}`
  /** Of every collection. */
  fields: ClientField[]
  isDisabled: boolean
  language: string
  locales: { code: string; label: Record<string, string> | string }[]
  values: Record<string, unknown>
} = { adminRoute: '/admin', fields: [], isDisabled: false, language: 'en', locales: [], values: {} }

const nothing = () => undefined

/** Stands in for `@payloadcms/ui` where a component is rendered by itself, outside of any panel. */
export const payloadUi = {
  Button: ({ children, disabled, to, url }: ButtonProps) =>
    (to ?? url) === undefined ? (
      <button disabled={disabled} type="button">
        {children}
      </button>
    ) : (
      <a href={to ?? url}>{children}</a>
    ),
  Drawer: () => null,
  FieldLabel: ({ label }: { label: string }) => <label>{label}</label>,
  Link: ({ children, href }: { children?: ReactNode; href: string }) => (
    <a href={href}>{children}</a>
  ),
  PillSelector: ({ pills }: { pills: { Label?: ReactNode; name: string }[] }) =>
    pills.map(({ Label, name }) => <span key={name}>{Label ?? name}</span>),
  RenderCustomComponent: ({ CustomComponent }: { CustomComponent?: ReactNode }) => CustomComponent,
  toast: { error: nothing, success: nothing },
  useConfig: () => ({
    config: {
      localization: panel.locales.length > 0 && { locales: panel.locales },
      routes: { admin: panel.adminRoute, api: '/api' },
      serverURL: '',
    },
    getEntityConfig: () => ({ fields: panel.fields }),
  }),
  useDocumentInfo: () => ({
    collectionSlug: 'policy-versions',
    hasSavePermission: !panel.isDisabled,
  }),
  useDrawerSlug: (slug: string) => slug,
  useField: ({ path }: { path: string }) => ({
    disabled: panel.isDisabled,
    setValue: nothing,
    showError: false,
    value: panel.values[path],
  }),
  useForm: () => ({ dispatchFields: nothing, setModified: nothing }),
  useFormFields: (select: (context: [Record<string, { value: unknown }>]) => unknown) =>
    select([
      Object.fromEntries(Object.entries(panel.values).map(([path, value]) => [path, { value }])),
    ]),
  useModal: () => ({ closeModal: nothing, openModal: nothing }),
  useTranslation: () => ({
    i18n: { language: panel.language },
    t: (key: string, values: Record<string, string> = {}) => {
      const words: Record<string, string> = wordsOf(panel.language).admin
      return fill(words[key.slice(namespace.length + 1)] ?? key, values)
    },
  }),
}

type ButtonProps = { children?: ReactNode; disabled?: boolean; to?: string; url?: string }
