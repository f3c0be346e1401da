import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

import { findChromium } from './test/helpers/chromium.js'
import { hostZones } from './test/helpers/hostZones.js'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const isCi = Boolean(process.env.CI)

// Reference answers and real policies lie beside the checkout; CI always has them.
const hasReferences = isCi || existsSync(here('../shared/oracle'))
const hasChromium = isCi || findChromium() !== undefined
const clockTests = ['test/unit/domain/**/*.clock.test.ts']
// Their modules are put in the place of others, which none but they may see.
const mockedTests = ['test/unit/**/*.test.tsx', 'test/unit/**/*.mocked.test.ts']
const referenceTests = hasReferences ? [] : ['**/*.reference.*']

const alias = [
  { find: /^payload-plugin-policy-versioning$/, replacement: here('src/index.ts') },
  { find: /^payload-plugin-policy-versioning\/(.*)$/, replacement: here('src/exports/$1.ts') },
]

export default defineConfig({
  resolve: { alias },
  test: {
    // The integration tests wait for their database now and then: one more worker than most machines
    // of CI have cores keeps those busy.
    maxWorkers: 3,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          exclude: [...clockTests, ...mockedTests, ...referenceTests],
          include: ['test/unit/**/*.test.ts'],
          // Loading what they test takes longer than most of these files.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'unit, mocked', include: mockedTests, testTimeout: 60_000 },
      },
      ...hostZones.map((zone) => ({
        extends: true as const,
        test: {
          name: `unit ${zone}`,
          env: { TZ: zone },
          exclude: referenceTests,
          include: clockTests,
          isolate: false,
          testTimeout: 60_000,
        },
      })),
      {
        extends: true,
        test: {
          name: 'integration',
          exclude: referenceTests,
          globalSetup: 'test/helpers/globalDatabase.ts',
          hookTimeout: 120_000,
          include: ['test/integration/**/*.test.ts'],
          // Loading Payload takes longer than most of these files.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      ...(hasChromium
        ? [
            {
              extends: true as const,
              test: {
                name: 'pages',
                hookTimeout: 120_000,
                include: ['test/e2e/pages/**/*.test.ts'],
                testTimeout: 120_000,
              },
            },
            {
              extends: true as const,
              test: {
                name: 'browser',
                exclude: referenceTests,
                globalSetup: 'test/helpers/globalDemo.ts',
                hookTimeout: 300_000,
                include: ['test/e2e/*.test.ts'],
                // One after the other: they share the demo, and its clock.
                maxWorkers: 1,
                // After the others, beside which the demo compiles: a page that is slow since the
                // machine is busy says nothing about the product.
                sequence: { groupOrder: 1 },
                testTimeout: 300_000,
              },
            },
          ]
        : []),
    ],
  },
})
