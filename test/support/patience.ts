/**
 * `npm run faults` sets it: then also those faults of networks and hosts are played whose waits between
 * attempts, which are Sluice's own, take minutes.
 */
export const isPatient = process.env['SLUICE_TEST_FAULTS'] !== undefined;
