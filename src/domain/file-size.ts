/** Bytes of a governed file that are read at most where the policy says nothing. */
export const usualFileBytes = 5 * 1024 * 1024;

/** As far as a policy may raise it: git hands out little more at once. */
export const mostFileBytes = 50 * 1024 * 1024;

/** Why a file of this size is not even read; undefined when it may be. */
export function sizeRefusal(bytes: number, most: number = usualFileBytes): string | undefined {
  if (bytes <= most) return undefined;
  return `It has ${bytes} bytes, more than the ${most} that are read. Nobody reviews so much, and what is not read cannot be judged. Split it, or raise max-file-bytes of its database in the policy.`;
}
