import { expect, test } from 'vitest';
import type { Opened } from './prepare.ts';
import type { RehearsalRequest } from './request.ts';
import { openRowImages } from './row-images.ts';

const request: RehearsalRequest = {
  databaseName: 'shop',
  baseScripts: [],
  units: [],
  scripts: [],
  signal: new AbortController().signal,
};

test('a shadow whose log is not ours gives no row images', async () => {
  const opened = { shadow: { level: 'B' }, stage: {} } as Opened;
  const asking = { ...request, rowImages: { masking: { columns: new Map() } } };

  await expect(openRowImages(opened, asking)).rejects.toMatchObject({ code: 'database/shadow' });
  await expect(openRowImages(opened, request)).resolves.toBeUndefined();
});
