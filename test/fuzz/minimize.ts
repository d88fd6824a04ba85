/** The shortest bytes found that still break the same thing: stretches are left out, halved each time. */
export async function minimize(
  bytes: Uint8Array,
  breaks: (candidate: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> {
  let least = bytes;
  for (let size = Math.ceil(bytes.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let start = 0; start < least.length;) {
      const shorter = Buffer.concat([least.subarray(0, start), least.subarray(start + size)]);
      if (await breaks(shorter)) least = shorter;
      else start += size;
    }
  return least;
}
