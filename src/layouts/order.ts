/** Natural order: runs of digits by their value, everything else by code point. */
export function compareNaturally(one: string, other: string): number {
  const ours = toRuns(one);
  const theirs = toRuns(other);
  for (const [index, run] of ours.entries()) {
    const counterpart = theirs[index];
    if (counterpart === undefined) return 1;
    const order = compareRuns(run, counterpart);
    if (order !== 0) return order;
  }
  // 01 and 1 have equal value: the text decides, so that the order is total.
  return ours.length - theirs.length || compareText(one, other);
}

/** The number without leading zeros, as text: versions have more digits than a double. */
export function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function toRuns(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

function compareRuns(one: string, other: string): number {
  if (!/^\d/.test(one) || !/^\d/.test(other)) return compareText(one, other);
  const ours = withoutLeadingZeros(one);
  const theirs = withoutLeadingZeros(other);
  return ours.length - theirs.length || compareText(ours, theirs);
}

export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
