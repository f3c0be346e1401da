/** The rules must give the same answers whatever the zone of the machine; these have awkward midnights. */
export const hostZones = [
  'UTC',
  'America/New_York',
  'Asia/Beirut',
  'Pacific/Apia',
  'America/Sao_Paulo',
] as const
