import { startPostgres } from './startPostgres.mjs'

/**
 * The database to work with: the one that DATABASE_URL names, which `stop` leaves alone, or else one
 * that is started for the purpose.
 * @param {object} [options]
 * @param {string} [options.dataDir] keeps the data of a started one between runs
 * @returns {Promise<import('./startPostgres.mjs').Database>}
 */
export const provideDatabase = async (options) =>
  process.env.DATABASE_URL
    ? { connectionString: process.env.DATABASE_URL, stop: async () => {} }
    : startPostgres(options)
