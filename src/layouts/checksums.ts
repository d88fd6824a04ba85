import { checksumOf } from '../domain/digest.ts';

/** The content as it is, and as git may have laid it on another system. */
function withEitherLineEnding(text: string): readonly string[] {
  const unix = text.replaceAll('\r\n', '\n');
  return [...new Set([text, unix, unix.replaceAll('\n', '\r\n')])];
}

/** The checksums of a content, whichever line endings it had where it ran. */
export function checksumsOf(
  algorithm: Parameters<typeof checksumOf>[0],
): (text: string) => readonly string[] {
  return (text) => withEitherLineEnding(text).map((content) => checksumOf(algorithm, content));
}

/** CRC-32 (ISO 3309) as a signed number of 32 bits. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum;
}

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1 ? 0xedb88320 : 0) ^ (value >>> 1);
  return value;
});
