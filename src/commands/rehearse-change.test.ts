import { expect, test } from 'vitest';
import { readRowImages } from './rehearse-change.ts';

const given = { positionals: [], options: new Map([['row-images', 'true']]) };

test.each(['auto', 'local-binaries', 'npm-binaries'] as const)(
  'row images are read from the log of %s',
  (choice) => {
    expect(readRowImages(given, choice)).toEqual({ rowImages: true });
  },
);

test.each([
  ['none', '--shadow none asks for no shadow'],
  ['dsn:SHADOW_URL', 'others write that log'],
] as const)('there are no row images with --shadow %s', (choice, why) => {
  expect(() => readRowImages(given, choice)).toThrow(
    expect.objectContaining({
      code: 'input/usage',
      message: expect.stringContaining(why) as string,
    }),
  );
  expect(readRowImages({ ...given, options: new Map() }, choice)).toEqual({});
});
