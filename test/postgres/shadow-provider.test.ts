import { testShadows } from '../support/postgres.ts';
import { keepsTheContract } from './shadow-contract.ts';

for (const databaseName of ['billing', 'postgres', 'odd "name"'])
  keepsTheContract({
    title: `a shadow of the database ${databaseName}`,
    provider: async () => testShadows('auto'),
    databaseName,
    level: 'A',
    reason:
      process.env['SLUICE_TEST_MAJOR'] === undefined
        ? /; the version of the target is not known\.$/
        : /, the major version of the target\.$/,
  });
