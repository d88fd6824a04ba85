/**
 * `npm run faults` sets it: then every fault of networks and hosts is played, also where the waits between
 * attempts, which are Sluice's own, take minutes.
 */
export const isPatient = process.env['SLUICE_TEST_FAULTS'] !== undefined;
