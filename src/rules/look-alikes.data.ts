/** Scripts whose letters pass for letters of another one (Unicode Technical Standard 39). */
const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Coptic', /\p{Script=Coptic}/u],
  ['Lisu', /\p{Script=Lisu}/u],
] as const;

/** The Latin letter that each of these is shown like. */
const likes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ո: 'n',
  օ: 'o',
  ս: 'u',
  հ: 'h',
};

/** A name as it looks to somebody who expects Latin letters. */
export function lookOf(name: string): string {
  return Array.from(name.toLowerCase(), (letter) => likes[letter] ?? letter).join('');
}

/** What is wrong with a name by itself, in words that follow it. */
export function trickIn(name: string): string | undefined {
  const mixed = scripts.filter(([, pattern]) => pattern.test(name)).map(([script]) => script);
  if (mixed.length > 1) return `mixes ${mixed.join(' and ')} letters`;
  if (name.normalize('NFKC') !== name || /[\p{Default_Ignorable_Code_Point}\p{Co}\p{Cn}\u2800]|(?! )\p{Z}/u.test(name))
    return 'holds a character that is shown like another one or not at all';
  return undefined;
}
