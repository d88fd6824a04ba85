const longest = 140;

/** GitHub takes 140 characters as the description of a status and refuses a longer one. */
export function shorten(description: string): string {
  const characters = [...description];
  if (characters.length <= longest) return description;
  return `${characters.slice(0, longest - 1).join('')}…`;
}
