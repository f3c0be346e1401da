import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { ar } from '@payloadcms/translations/languages/ar'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { es } from '@payloadcms/translations/languages/es'
import { fr } from '@payloadcms/translations/languages/fr'
import { ja } from '@payloadcms/translations/languages/ja'
import { policyVersioningPlugin } from 'payload-plugin-policy-versioning'
import { buildConfig } from 'payload'
import { fileURLToPath } from 'node:url'

import { demoNow } from './clock.js'
import { seed } from './seed/seed.js'
import { hasRole, users } from './users.js'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default buildConfig({
  admin: {
    // The default asks a service on the internet for everybody's picture.
    avatar: 'default',
    importMap: {
      baseDir: here('.'),
      importMapFile: here('./app/(payload)/admin/importMap.js'),
    },
    user: users.slug,
  },
  collections: [users],
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URL ?? '' } }),
  editor: lexicalEditor(),
  i18n: { supportedLanguages: { ar, de, en, es, fr, ja } },
  onInit: seed,
  plugins: [
    policyVersioningPlugin({
      access: {
        isAdmin: hasRole('admin'),
        isEditor: hasRole('editor'),
        isPublisher: hasRole('publisher'),
        isReviewer: hasRole('reviewer'),
      },
      clock: demoNow,
      // As without it; said, it stands among the addresses of a policy.
      policyUrl: ({ policy, version }) => `/policies/${policy.slug}/versions/${version.label}`,
    }),
  ],
  secret: process.env.PAYLOAD_SECRET ?? 'the demo has no secrets',
  telemetry: false,
  typescript: { autoGenerate: false },
})
