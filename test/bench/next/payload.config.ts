import { buildConfig } from 'payload'

import { benchConfig } from '../config.js'

export default buildConfig(benchConfig({ connectionString: process.env.DATABASE_URL ?? '' }))
